"""Letters that are kept, handed to the mail server: at once by who wrote them, later by the service and by `kb`."""

import logging
from collections.abc import Iterable, Sequence
from datetime import datetime

from fastapi import BackgroundTasks, Request

from api.access.current_account import database_of, now_of
from api.access.errors import MailNotSent
from api.accounts.mail import MailServer
from api.accounts.services import services_of
from api.outbox.letter import Letter, pack_letter, unpack_letter
from api.store.cases.letters import claim_letter, drop_letter, give_up_old, keep_letter, list_due
from api.store.database import Database
from api.store.session import Session

_log = logging.getLogger(__name__)


def keep_letters(session: Session, case_id: str, letters: Iterable[Letter], now: datetime) -> list[str]:
    """The ids of letters that leave once the session is kept, and do not where it is taken back."""
    return [keep_letter(session, case_id, one.to, pack_letter(one), now, one.about) for one in letters]


def post_later(
    request: Request, session: Session, tasks: BackgroundTasks, case_id: str, letters: Iterable[Letter]
) -> None:
    """Keep the letters, and hand them over once the request is answered; without a mail server there are none."""
    if mail := services_of(request).mail:
        ids = keep_letters(session, case_id, letters, now_of(request))
        tasks.add_task(send_written, database_of(request), mail, ids, now_of(request))


def send_written(database: Database, mail: MailServer, ids: Sequence[str], now: datetime) -> int:
    """How many of the letters that were just written the mail server took; the others are tried again."""
    return sum(_send(database, mail, letter_id, 0, now) for letter_id in ids)


def send_due(database: Database, mail: MailServer, now: datetime) -> int:
    """How many letters whose next try has come were taken; what was written three days ago and is not is given up."""
    with database.reading() as session:
        due = list_due(session, now)
    return sum(_send(database, mail, letter_id, n_tries, now) for letter_id, n_tries in due)


def _send(database: Database, mail: MailServer, letter_id: str, n_tries: int, now: datetime) -> bool:
    with database.session() as session:
        row = claim_letter(session, letter_id, n_tries, now)
        letter = unpack_letter(row.address, row.body) if row else None
    if letter is None:
        return False
    is_taken = _hand_over(mail, letter)
    with database.session() as session:
        if is_taken:
            drop_letter(session, letter_id)
        elif give_up_old(session, letter_id, now):
            _log.error("a letter of a case was given up; the case tells of it")
    return is_taken


def _hand_over(mail: MailServer, letter: Letter) -> bool:
    """Whether it was taken; why not is logged, without whom it was for."""
    try:
        mail.send(letter.to, letter.subject, letter.text, reply_to=letter.reply_to, calendar=letter.calendar)
    except MailNotSent as error:
        _log.error("a letter of a case was not sent, and is kept: %s", error)
        return False
    return True
