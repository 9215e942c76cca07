"""A case by its id."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.cases.errors import CaseClosed, UnknownCase
from api.store.cases.tables import Case, CaseAsk, CaseState

ENDS: frozenset[CaseState] = frozenset(["done", "declined", "merged"])


def find_case(session: Session, case_id: str) -> Case:
    """The case.

    Raises
    ------
    UnknownCase : there is none
    """
    row = session.get(Case, case_id)
    if row is None:
        raise UnknownCase("there is no such case, or it is not for you; ask who sent you here")
    return row


def find_by_code(session: Session, code: str) -> Case | None:
    """The case that people call so, None where there is none."""
    return session.scalar(select(Case).where(Case.code == code))


def find_open_case(session: Session, case_id: str) -> Case:
    """The case, which goes on; on PostgreSQL nobody else writes it before the session ends.

    Raises
    ------
    UnknownCase : there is none
    CaseClosed : it has ended
    """
    row = session.get(Case, case_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise UnknownCase("there is no such case, or it is not for you; ask who sent you here")
    if row.state in ENDS:
        raise CaseClosed(f"the case is {row.state}; open it again, or begin a new one")
    return row


def list_asked(session: Session, case_id: str) -> frozenset[str]:
    """Slugs of the experts that are or were asked in the case."""
    return frozenset(session.scalars(select(CaseAsk.expert_slug).where(CaseAsk.case_id == case_id)))
