"""What was done with a case, in its own history and in the audit log."""

from datetime import datetime
from typing import Literal

from sqlalchemy.orm import Session

from api.store.audit import record
from api.store.base import new_id
from api.store.cases.tables import Case, CaseEvent

CaseEventKind = Literal[
    "case.created",
    "case.taken",
    "case.assigned",
    "case.passed_on",
    "case.merged",
    "case.split",
    "case.declined",
    "case.done",
    "case.reopened",
    "case.changed",
    "case.written",
    "case.asked",
    "case.answered",
    "case.ask_withdrawn",
    "case.booked",
    "case.moved",
    "case.cancelled",
    "case.advised",
    "case.followed_up",
    "case.allocated",
    "case.mail_lost",
    "case.run_out",
]


def record_event(
    session: Session, case_id: str, what: CaseEventKind, by: str, now: datetime, note: str | None = None
) -> None:
    """Write down what is done with the case; note : the words that went with it, which the audit log never has."""
    session.add(CaseEvent(id=new_id(), case_id=case_id, at=now, by=by, what=what, note=note))
    session.get_one(Case, case_id).changed = now
    record(session, now, by, what, case_id)
