"""Messages of a case."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from api.store.cases.errors import CaseClosed, CaseRejected
from api.store.cases.events import record_event
from api.store.cases.find_case import find_case
from api.store.cases.tables import AuthorKind, CaseMessage

MAX_CHARS = 10_000


def check_message(text: str, *, has_files: bool = False) -> str:
    """The text as it is kept.

    Raises
    ------
    CaseRejected : it is too long, or empty without a file
    """
    if len(text) > MAX_CHARS:
        raise CaseRejected(f"text: {len(text)} signs; at most {MAX_CHARS} are kept, shorten it or send it as a file")
    if not text.strip() and not has_files:
        raise CaseRejected("text: empty; write something, or choose a file")
    return text.strip()


def add_message(
    session: Session,
    message_id: str,
    case_id: str,
    author: AuthorKind,
    text: str,
    by: str,
    now: datetime,
    mail_print: str | None = None,
) -> None:
    """Keep the message, which has been checked. mail_print : of the Message-ID that it came with

    In a case that is done or declined one can still write: whoever had it reads it, and can open it again.

    Raises
    ------
    UnknownCase, CaseClosed : there is no such case, or it is part of another one
    """
    if find_case(session, case_id).state == "merged":
        raise CaseClosed("the case is part of another one now; write there")
    session.add(
        CaseMessage(id=message_id, case_id=case_id, at=now, by=by, author=author, text=text, mail_print=mail_print)
    )
    session.flush()  # its files refer to it
    record_event(session, case_id, "case.written", by, now)


def add_mail(
    session: Session,
    message_id: str,
    case_id: str,
    author: AuthorKind,
    text: str,
    by: str,
    now: datetime,
    *,
    mail_prints: Sequence[str],
) -> bool:
    """Whether the message was kept: not when the same mail has been, also by another process at this moment.

    mail_prints : of its Message-ID by each key in use, that which is kept first; raises as `add_message`
    """
    if session.scalar(select(CaseMessage.id).where(CaseMessage.mail_print.in_(mail_prints))):
        return False
    try:
        with session.begin_nested():
            add_message(session, message_id, case_id, author, text, by, now, mail_prints[0])
    except IntegrityError:
        return False
    return True


def list_messages(session: Session, case_id: str) -> Sequence[CaseMessage]:
    """The messages of the case, oldest first."""
    of_case = select(CaseMessage).where(CaseMessage.case_id == case_id)
    return session.scalars(of_case.order_by(CaseMessage.at, CaseMessage.id)).all()
