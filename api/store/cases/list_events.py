"""What was done with a case, oldest first."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.store.cases.tables import CaseEvent


def list_events(session: Session, case_id: str) -> Sequence[CaseEvent]:
    of_case = select(CaseEvent).where(CaseEvent.case_id == case_id)
    return session.scalars(of_case.order_by(CaseEvent.at, CaseEvent.id)).all()


def count_events(session: Session, case_id: str) -> int:
    return session.scalar(select(func.count()).select_from(CaseEvent).where(CaseEvent.case_id == case_id)) or 0
