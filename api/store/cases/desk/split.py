"""Some problems of a case made a case of their own."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy.orm import Session

from api.store.cases.create_case import Asked, AskedProblem, add_case
from api.store.cases.errors import CaseRejected
from api.store.cases.events import record_event
from api.store.cases.find_case import find_open_case
from api.store.cases.list_cases import list_problems
from api.store.cases.request_json import read_request
from api.store.cases.tables import Case
from kb.documents import Period


def split_case(
    session: Session, new_id: str, case_id: str, numbers: Collection[int], title: str, by: str, now: datetime
) -> Case:
    """The new case, with the chosen problems; else it asks as the first one does, and is with the same advisor.

    new_id : what it gets for an id; numbers : of the problems, from 1

    Raises
    ------
    UnknownCase, CaseClosed : there is none, or it has ended
    CaseRejected : no problem is chosen, all are, or one that the case does not have; or it has no title
    """
    case = find_open_case(session, case_id)
    problems = list_problems(session, case_id)
    chosen = [problem for problem in problems if problem.number in numbers]
    if not chosen or len(chosen) != len(set(numbers)) or len(chosen) == len(problems):
        raise CaseRejected("problems: choose some of the problems of the case, and leave at least one in it")
    if not title.strip():
        raise CaseRejected("title: empty; write what the new case is to be called")
    moved = [AskedProblem(problem.area, problem.words) for problem in chosen]
    add_case(session, new_id, _ask_alike(case, moved, title), case.created_by, now)
    new = session.get_one(Case, new_id)
    new.desk, new.advisor_id, new.answer_by = case.desk, case.advisor_id, case.answer_by
    new.state, new.priority, new.floor = "running" if case.advisor_id else "new", case.priority, case.floor
    for problem in chosen:
        session.delete(problem)
    record_event(session, case_id, "case.split", by, now, new.code)
    record_event(session, new_id, "case.split", by, now, case.code)
    return new


def _ask_alike(case: Case, problems: list[AskedProblem], title: str) -> Asked:
    request = read_request(case.request)
    return Asked(
        municipality_code=case.municipality_code,
        title=title.strip(),
        wish=request.wish,
        problems=problems,
        period=Period(case.first, case.last),
        form=case.form,
        language=case.language,
        why_urgent=request.why_urgent,
        not_experts=request.not_experts,
        plan_id=case.plan_id,
        hours=case.hours,
    )
