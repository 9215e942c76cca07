"""The cases of a municipality, or those at the desk of an advisor."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, get_args

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from api.store.cases.find_case import ENDS
from api.store.cases.tables import Case, CaseMessage, CaseProblem

QUIET = timedelta(days=14)
"""A case that somebody has is overdue when nothing has been written in it, or done with it, for so long."""
Lying = Literal["new", "waiting", "running", "overdue", "ended"]
"""How a case lies at the desk. An overdue one is new, waiting or running too."""
LYING: tuple[Lying, ...] = get_args(Lying)


@dataclass(frozen=True, slots=True, kw_only=True)
class AtDesk:
    """county : of the advisor's own desk, empty for who sees the whole country; other filters take nothing when empty

    only : a county within it; advisor_id : whose they are
    """

    county: str
    only: str = ""
    advisor_id: str = ""
    is_urgent: bool = False
    lying: Lying | None = None


@dataclass(frozen=True, slots=True)
class DeskCase:
    """A case as it lies at the desk. last_written : the last message or change, whichever is later"""

    case: Case
    lying: tuple[Lying, ...]
    n_messages: int
    last_written: datetime


def list_own(session: Session, municipality_code: str) -> Sequence[Case]:
    """The cases of the municipality, those that go on first, the last changed first."""
    found = session.scalars(select(Case).where(Case.municipality_code == municipality_code))
    return sorted(found, key=lambda case: (case.state in ENDS, -case.changed.timestamp(), case.id))


def list_at_desk(session: Session, wanted: AtDesk, today: date, now: datetime) -> list[DeskCase]:
    """The cases that are wanted: urgent ones first, then by priority and by when an answer is due."""
    cases = session.scalars(_select(wanted)).all()
    written = _find_written(session, wanted)
    lying = [_tell(case, *written.get(case.id, (0, case.created)), today=today, now=now) for case in cases]
    chosen = [told for told in lying if wanted.lying is None or wanted.lying in told.lying]
    return sorted(chosen, key=lambda told: _order(told.case))


def count_lying(cases: Iterable[DeskCase]) -> dict[Lying, int]:
    """How many lie in each way."""
    told = [way for case in cases for way in case.lying]
    return {way: told.count(way) for way in LYING}


def list_problems(session: Session, case_id: str) -> Sequence[CaseProblem]:
    """The problems of the case, by number."""
    of_case = select(CaseProblem).where(CaseProblem.case_id == case_id)
    return session.scalars(of_case.order_by(CaseProblem.number)).all()


def _tell(case: Case, n_messages: int, last_message: datetime, *, today: date, now: datetime) -> DeskCase:
    last_written = max(case.changed, last_message)
    way: Lying = next((way for way in LYING if way == case.state), "ended")
    is_late = is_overdue(case, last_written, today, now)
    return DeskCase(case, (way, "overdue") if is_late else (way,), n_messages, last_written)


def is_overdue(case: Case, last_written: datetime, today: date, now: datetime) -> bool:
    """Whether the day of the answer has passed and nobody has taken it, or somebody has it and all is quiet."""
    if case.state in ENDS:
        return False
    if case.advisor_id is None:
        return case.answer_by < today
    return now - last_written > QUIET


def _find_written(session: Session, wanted: AtDesk) -> dict[str, tuple[int, datetime]]:
    """Id of a case -> how many messages it has, and when the last one was written."""
    ids = _select(wanted).with_only_columns(Case.id)
    counted = select(CaseMessage.case_id, func.count(), func.max(CaseMessage.at)).where(CaseMessage.case_id.in_(ids))
    return {case_id: (n, last) for case_id, n, last in session.execute(counted.group_by(CaseMessage.case_id))}


def _select(wanted: AtDesk) -> Select[Case]:
    rows = select(Case)
    for county in filter(None, (wanted.county, wanted.only)):
        rows = rows.where(or_(Case.desk == county, Case.municipality_code.startswith(county, autoescape=True)))
    if wanted.advisor_id:
        rows = rows.where(Case.advisor_id == wanted.advisor_id)
    return rows.where(Case.is_urgent) if wanted.is_urgent else rows


def _order(case: Case) -> tuple[bool, bool, int, date, str]:
    return (case.state in ENDS, not case.is_urgent, -case.priority, case.answer_by, case.id)
