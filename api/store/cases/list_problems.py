"""What a case asks help with."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.cases.tables import CaseProblem


def list_problems(session: Session, case_id: str) -> Sequence[CaseProblem]:
    """The problems of the case, in their order."""
    wanted = select(CaseProblem).where(CaseProblem.case_id == case_id)
    return session.scalars(wanted.order_by(CaseProblem.number)).all()
