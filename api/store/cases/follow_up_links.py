"""Links of follow-ups: which are to be sent, taken before they are, and found by their token."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.orm import Session

from api.store.cases.errors import FollowUpDead
from api.store.cases.tables import AdviceFollowUp, Case
from api.store.encrypted_text import vault_of

WORKS = timedelta(days=60)
REMINDED_AFTER = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class DueFollowUp:
    """What is to be sent. is_reminder : the link was sent before, and nobody has answered"""

    case_id: str
    months: int
    is_reminder: bool


def list_due(session: Session, today: date, now: datetime) -> Sequence[DueFollowUp]:
    """What is to be sent now, of cases that are done: each link once, and once more after 14 days without an answer."""
    wanted = (
        select(AdviceFollowUp)
        .join(Case, Case.id == AdviceFollowUp.case_id)
        .where(Case.state == "done", AdviceFollowUp.due <= today, or_(_is_unsent(), _is_silent(now)))
        .order_by(AdviceFollowUp.due, AdviceFollowUp.case_id, AdviceFollowUp.months)
    )
    return [DueFollowUp(row.case_id, row.months, row.sent is not None) for row in session.scalars(wanted)]


def claim_link(session: Session, due: DueFollowUp, now: datetime) -> str | None:
    """The token of the link, marked as sent; None where somebody else has just sent it, or it is answered."""
    token = _work_out(session, due)
    of_it = (AdviceFollowUp.case_id == due.case_id, AdviceFollowUp.months == due.months)
    wanted = _is_silent(now) if due.is_reminder else _is_unsent()
    marks = {"reminded": now} if due.is_reminder else {"sent": now}
    claimed = session.execute(
        update(AdviceFollowUp)
        .where(*of_it, wanted)
        .values(token_hash=_hash(token), **marks)
        .returning(AdviceFollowUp.months)
    )
    return token if claimed.first() else None


def take_back(session: Session, due: DueFollowUp) -> None:
    """Mark the link as not sent, so that it is sent the next time."""
    row = session.get_one(AdviceFollowUp, (due.case_id, due.months))
    if due.is_reminder:
        row.reminded = None
    else:
        row.sent = row.token_hash = None


def find_by_link(session: Session, token: str, now: datetime, *, to_write: bool = False) -> AdviceFollowUp:
    """The follow-up. to_write : on PostgreSQL nobody else answers it before the session ends

    Raises
    ------
    FollowUpDead : there is no such link, or it is older than 60 days
    """
    of_link = select(AdviceFollowUp).where(AdviceFollowUp.token_hash == _hash(token))
    row = session.scalars(of_link.with_for_update() if to_write else of_link).one_or_none()
    if row is None or row.sent is None or row.sent + WORKS <= now:
        raise FollowUpDead("the link does not work, or its 60 days are over; sign in and answer in the case instead")
    return row


def _is_unsent() -> ColumnElement[bool]:
    return and_(AdviceFollowUp.sent.is_(None), AdviceFollowUp.answered.is_(None))


def _is_silent(now: datetime) -> ColumnElement[bool]:
    """Sent long enough ago, once, without an answer, and the link still works."""
    return and_(
        AdviceFollowUp.sent <= now - REMINDED_AFTER,
        AdviceFollowUp.sent > now - WORKS,
        AdviceFollowUp.reminded.is_(None),
        AdviceFollowUp.answered.is_(None),
    )


def _work_out(session: Session, due: DueFollowUp) -> str:
    """A token that nobody without the key of the database can work out: the reminder has the link of the first message,
    and neither is kept."""
    return vault_of(session).print_of("link of a follow-up", f"{due.case_id} {due.months}")


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
