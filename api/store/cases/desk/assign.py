"""Who has a case: taken, given to a colleague, passed on to another desk."""

from datetime import datetime

from sqlalchemy.orm import Session

from api.store.cases.create_case import answer_by
from api.store.cases.desk.advisors import check_advisor
from api.store.cases.errors import CaseRejected
from api.store.cases.events import record_event
from api.store.cases.find_case import find_open_case
from api.store.cases.tables import Case

NATIONAL_DESK = ""
"""The desk of Brå, whose advisors have the whole country."""


def take_case(session: Session, case_id: str, by: str, now: datetime) -> Case:
    """The case, which the advisor has from now on; taken again by the same, nothing is done.

    Raises
    ------
    UnknownCase, CaseClosed : there is none, or it has ended
    CaseRejected : a colleague has taken it already
    """
    case = find_open_case(session, case_id)
    if case.advisor_id == by:
        return case
    if case.advisor_id is not None:
        raise CaseRejected("advisor: a colleague has taken the case; have it given to you, or choose another")
    _give(case, by)
    record_event(session, case_id, "case.taken", by, now)
    return case


def assign_case(session: Session, case_id: str, advisor_id: str, by: str, now: datetime) -> Case:
    """The case, which that advisor has from now on.

    Raises
    ------
    UnknownCase, CaseClosed : there is none, or it has ended
    CaseRejected : it cannot be given to the account
    """
    case = find_open_case(session, case_id)
    check_advisor(session, case, advisor_id)
    if case.advisor_id != advisor_id:
        _give(case, advisor_id)
        record_event(session, case_id, "case.assigned", by, now)
    return case


def pass_on_case(session: Session, case_id: str, desk: str, why: str, by: str, now: datetime) -> Case:
    """The case, new at the desk of another county or of NATIONAL_DESK, with a new day of the answer.

    desk : a county that there is, which is for the caller to tell; why : told to who asks

    Raises
    ------
    UnknownCase, CaseClosed : there is none, or it has ended
    CaseRejected : it lies there already
    """
    case = find_open_case(session, case_id)
    if case.desk == desk:
        raise CaseRejected("desk: the case lies there already; choose another county, or Brå")
    case.desk, case.advisor_id = desk, None
    case.state = "new" if case.state == "running" else case.state
    case.answer_by = answer_by(now.date(), is_urgent=case.is_urgent)
    record_event(session, case_id, "case.passed_on", by, now, why or None)
    return case


def _give(case: Case, advisor_id: str) -> None:
    case.advisor_id = advisor_id
    case.state = "running" if case.state == "new" else case.state
