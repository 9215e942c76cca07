"""What is asked in a case, written anew by who asks."""

from datetime import datetime

from sqlalchemy.orm import Session

from api.store.cases.create_case import Asked, answer_by
from api.store.cases.events import record_event
from api.store.cases.find_case import find_open_case
from api.store.cases.request_json import write_request
from api.store.cases.tables import Case


def change_wish(session: Session, case_id: str, asked: Asked, by: str, now: datetime) -> Case:
    """The case with what is asked now; its problems, its plan and who has it stay.

    asked : its problems are not read; an advisor who has weighed the case keeps that, unless it has become urgent

    Raises
    ------
    UnknownCase, CaseClosed : there is none, or it has ended
    """
    case = find_open_case(session, case_id)
    is_urgent = bool(asked.why_urgent)
    if is_urgent and not case.is_urgent:
        case.priority = max(case.priority, 2)
        case.answer_by = min(case.answer_by, answer_by(now.date(), is_urgent=True))
    case.title, case.is_urgent = asked.title, is_urgent
    case.request = write_request(asked.wish, asked.why_urgent, asked.not_experts)
    case.first, case.last = asked.period.first, asked.period.last
    case.form, case.language, case.hours = asked.form, asked.language, asked.hours
    record_event(session, case_id, "case.changed", by, now)
    return case
