"""Cases erased for their age; the proof is in the audit log."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.audit import record
from api.store.cases.tables import Case

CASES_KEPT = timedelta(days=730)
"""24 months from when it ended; one that goes on is kept."""


def erase_ended(session: Session, now: datetime) -> Sequence[str]:
    """The ids of the cases that were erased, each with all that belongs to it."""
    ended = session.scalars(select(Case).where(Case.closed < now - CASES_KEPT)).all()
    for case in ended:
        session.delete(case)
        record(session, now, "", "case.erased", case.id)
    return [case.id for case in ended]
