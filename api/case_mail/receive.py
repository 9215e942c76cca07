"""An answer by mail filed as a message of its case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from api.case_mail.cut_reply import cut_reply
from api.case_mail.post import CasePost
from api.case_mail.read_mail import ReceivedMail, read_mail
from api.case_mail.reply_address import find_reply_address, find_writer
from api.case_mail.tell import keep_told
from api.cases.files import check_files
from api.outbox.send import send_written
from api.store.base import new_id
from api.store.cases.errors import CaseMailRefused, CaseRejected
from api.store.cases.find_case import find_by_code, find_case
from api.store.cases.people import Person, list_who_may_answer
from api.store.cases.tables import Case
from api.store.cases.thread.files import KeptFile, add_files
from api.store.cases.thread.messages import add_mail, check_message
from api.store.database import Database
from api.store.session import Session
from kb.privacy import mask_personal_data

Outcome = Literal["filed", "known", "automatic"]
"""known : the same mail came before; automatic : no person wrote it, and nothing is kept of it"""
_PRINT = "mail to a case"


class NoSuchCase(CaseMailRefused):
    """The mail is to no case, or with a token of nobody's."""


class WrongSender(CaseMailRefused):
    """The mail is from another address than the one that was written to."""


@dataclass(frozen=True, slots=True)
class _Letter:
    """What is filed: the masked words of the answer, and its files."""

    text: str
    files: Sequence[KeptFile]


def receive_mail(database: Database, post: CasePost, raw: bytes, now: datetime, sent_to: str = "") -> Outcome:
    """What became of the mail; when it is filed, the others of the case are told. sent_to : the envelope's recipient

    Raises
    ------
    NoSuchCase : it is to no case that there is, or with a token of nobody's
    WrongSender : it is from another address than the one that was written to
    CaseMailRefused : it says nothing, or a file cannot be taken
    """
    mail = read_mail(raw)
    with database.session() as session:
        case, writer = _find_place(session, database, post, mail, sent_to)
        if mail.is_automatic:
            return "automatic"
        letter = _read_letter(mail)
        prints = database.vault.prints_of(_PRINT, f"{case.id} {mail.id}")
        home, made = _find_home(session, case), new_id()
        message = (home.id, writer.author, letter.text, writer.id, now)
        if not add_mail(session, made, *message, mail_prints=prints):
            return "known"
        add_files(session, home.id, made, letter.files)
        told = keep_told(session, post, home.id, "case.written", writer.id, now) if post.mail else []
    if post.mail:
        send_written(database, post.mail, told, now)
    return "filed"


def _find_place(
    session: Session, database: Database, post: CasePost, mail: ReceivedMail, sent_to: str
) -> tuple[Case, Person]:
    """The case that was written of, and who answers."""
    address = find_reply_address(post.mailbox, (sent_to, *mail.addressed_to)) if post.mailbox else None
    case = find_by_code(session, address.code) if address else None
    if address is None or case is None:
        raise NoSuchCase("the message is to no case; answer a message of the case, or write in it in the service")
    people = list_who_may_answer(session, _find_home(session, case))
    writer = find_writer(database.vault, case.id, address.token, people)
    if writer is None:
        raise NoSuchCase("the address of the case is of nobody who takes part in it now; write in it in the service")
    if writer.address.lower() != mail.sender:
        raise WrongSender("the message is from another address than was written to; answer from that one")
    return case, writer


def _find_home(session: Session, case: Case) -> Case:
    """The case, or the one that it is part of now."""
    while case.merged_into is not None:
        case = find_case(session, case.merged_into)
    return case


def _read_letter(mail: ReceivedMail) -> _Letter:
    try:
        files = check_files(mail.files)
        words = mask_personal_data(cut_reply(mail.text)).text
        return _Letter(check_message(words, has_files=bool(files)), files)
    except CaseRejected as error:
        raise CaseMailRefused(f"the message was not taken: {error}") from error
