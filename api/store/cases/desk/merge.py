"""Two cases made one."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from api.store.base import Base
from api.store.cases.errors import CaseRejected
from api.store.cases.events import record_event
from api.store.cases.find_case import find_open_case
from api.store.cases.list_cases import list_problems
from api.store.cases.tables import AdviceFollowUp, Case, CaseEvent, CaseProblem

STAYS = frozenset({CaseProblem.__tablename__, CaseEvent.__tablename__, AdviceFollowUp.__tablename__})
"""What does not go over as it is: problems get new numbers, events tell of the case as it was, and nobody is asked how
a case went that is part of another.
"""


def merge_case(session: Session, case_id: str, into_id: str, by: str, now: datetime) -> Case:
    """The case that has all of both; the other one points to it.

    Raises
    ------
    UnknownCase, CaseClosed : one of them is not there, or has ended
    CaseRejected : they are one and the same, or of two municipalities
    """
    if case_id == into_id:
        raise CaseRejected("into: the case itself; choose another case of the municipality")
    cases = {one: find_open_case(session, one) for one in sorted((case_id, into_id))}  # two who merge wait in one order
    case, into = cases[case_id], cases[into_id]
    if case.municipality_code != into.municipality_code:
        raise CaseRejected("into: a case of another municipality; choose one of the same")
    _move_problems(session, case_id, into_id)
    _move_rest(session, case_id, into_id)
    _bring_together(case, into)
    case.state, case.closed, case.merged_into = "merged", now, into_id
    record_event(session, case_id, "case.merged", by, now, into.code)
    record_event(session, into_id, "case.merged", by, now, case.code)
    return into


def _move_rest(session: Session, case_id: str, into_id: str) -> None:
    """Every row of any table that is of the case: messages, files, asks, advice, bookings."""
    for table in Base.metadata.sorted_tables:
        is_of_case = any(key.column is Case.__table__.c.id for key in table.foreign_keys)
        if is_of_case and table.name not in STAYS:
            session.execute(update(table).where(table.c.case_id == case_id).values(case_id=into_id))
    session.expire_all()


def _bring_together(case: Case, into: Case) -> None:
    """What both asked: the longer period, the sum of the hours, the more urgent of the two."""
    into.first, into.last = min(case.first, into.first), max(case.last, into.last)
    into.hours += case.hours
    into.is_urgent = case.is_urgent or into.is_urgent
    into.priority = max(case.priority, into.priority)
    into.answer_by = min(case.answer_by, into.answer_by)
    into.plan_id = into.plan_id or case.plan_id
    if into.state == "running" and case.state == "waiting":
        into.state = "waiting"


def _move_problems(session: Session, case_id: str, into_id: str) -> None:
    taken = list_problems(session, into_id)
    known = {(problem.area, problem.words) for problem in taken}
    number = max((problem.number for problem in taken), default=0)
    for problem in list_problems(session, case_id):
        session.delete(problem)
        if (problem.area, problem.words) not in known:
            number += 1
            session.add(CaseProblem(case_id=into_id, number=number, area=problem.area, words=problem.words))
    session.flush()
