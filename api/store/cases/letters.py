"""Letters of cases that are to leave: kept with what they tell of, until the mail server has taken them.

A letter is claimed before it is handed over and dropped once it is taken, so that whoever is killed in between loses
none, and sends one twice at the most.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, Integer, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from api.store.base import Base, Id, new_id
from api.store.cases.events import record_event
from api.store.encrypted_text import EncryptedText
from api.store.instant import Instant

BY_OUTBOX = "outbox"
"""Who writes in the history of a case that a letter was given up."""
WAITS = tuple(timedelta(minutes=minutes) for minutes in (5, 15, 60, 180, 360, 720))
"""After each try, until the next; the last one again and again."""
LASTS = timedelta(days=3)
"""The last try is so long after the letter was written."""


class CaseLetter(Base):
    """A letter that no mail server has taken yet. body : as JSON; about : the ask or booking that it is of

    n_tries : how often it was handed over; next_try : when it is again
    """

    __tablename__ = "case_letters"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    case_id: Mapped[str] = mapped_column(Id, ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    about: Mapped[str | None] = mapped_column(Id, index=True)
    address: Mapped[str] = mapped_column(EncryptedText)
    body: Mapped[str] = mapped_column(EncryptedText)
    written: Mapped[datetime] = mapped_column(Instant)
    n_tries: Mapped[int] = mapped_column(Integer)
    next_try: Mapped[datetime] = mapped_column(Instant, index=True)


def keep_letter(
    session: Session, case_id: str, address: str, body: str, now: datetime, about: str | None = None
) -> str:
    """The id of the letter, which whoever wrote it sends at once; others leave it alone for the first wait."""
    row = CaseLetter(
        id=new_id(),
        case_id=case_id,
        about=about,
        address=address,
        body=body,
        written=now,
        n_tries=0,
        next_try=now + WAITS[0],
    )
    session.add(row)
    session.flush()
    return row.id


def drop_letters(session: Session, about: str) -> None:
    """What was to be told of it need not be any longer."""
    session.execute(delete(CaseLetter).where(CaseLetter.about == about))


def list_letters(session: Session) -> Sequence[CaseLetter]:
    """All that wait, the oldest first."""
    return session.scalars(select(CaseLetter).order_by(CaseLetter.written, CaseLetter.id)).all()


def list_due(session: Session, now: datetime) -> Sequence[tuple[str, int]]:
    """Id and tries of those whose next try has come."""
    due = select(CaseLetter.id, CaseLetter.n_tries).where(CaseLetter.next_try <= now)
    return [(letter_id, n) for letter_id, n in session.execute(due.order_by(CaseLetter.written, CaseLetter.id))]


def claim_letter(session: Session, letter_id: str, n_tries: int, now: datetime) -> CaseLetter | None:
    """The letter, to be handed over; None where another has it, or it has left. n_tries : what is known of its tries"""
    row = session.get(CaseLetter, letter_id, with_for_update=True, populate_existing=True)
    if row is None or row.n_tries != n_tries:
        return None
    row.n_tries += 1
    row.next_try = min(now + WAITS[min(n_tries, len(WAITS) - 1)], max(row.written + LASTS, now + WAITS[0]))
    return row


def drop_letter(session: Session, letter_id: str) -> None:
    """The mail server has taken it."""
    session.execute(delete(CaseLetter).where(CaseLetter.id == letter_id))


def give_up_old(session: Session, letter_id: str, now: datetime) -> bool:
    """Whether the letter is given up: three days after it was written, with a note in its case."""
    row = session.get(CaseLetter, letter_id)
    if row is None or now < row.written + LASTS:
        return False
    record_event(session, row.case_id, "case.mail_lost", BY_OUTBOX, now, row.address)
    session.delete(row)
    return True
