"""A case ended, and opened again."""

from datetime import datetime

from sqlalchemy.orm import Session

from api.store.cases.create_case import answer_by
from api.store.cases.errors import CaseRejected
from api.store.cases.events import CaseEventKind, record_event
from api.store.cases.find_case import ENDS, find_open_case
from api.store.cases.follow_ups import plan_follow_ups
from api.store.cases.tables import Case, CaseState


def decline_case(session: Session, case_id: str, why: str, instead: str, by: str, now: datetime) -> Case:
    """The case, declined. why : the reason; instead : what the municipality can do, or whom it can turn to

    Raises
    ------
    UnknownCase, CaseClosed : there is none, or it has ended
    CaseRejected : the reason or the alternative is empty
    """
    for place, told in (("why", why), ("instead", instead)):
        if not told.strip():
            raise CaseRejected(f"{place}: empty; tell the municipality why, and what it can do instead")
    return _end(session, case_id, "declined", "case.declined", f"{why.strip()}\n\n{instead.strip()}", by, now)


def finish_case(session: Session, case_id: str, words: str, by: str, now: datetime) -> Case:
    """The case, done: the help has been given, or is not needed any longer. words : told to the others

    The asker is asked three and twelve months later what came of it.

    Raises
    ------
    UnknownCase, CaseClosed : there is none, or it has ended
    """
    case = _end(session, case_id, "done", "case.done", words.strip() or None, by, now)
    plan_follow_ups(session, case_id, now.date())
    return case


def reopen_case(session: Session, case_id: str, by: str, now: datetime) -> Case:
    """The case, which goes on with who had it; one that goes on is let be.

    Raises
    ------
    UnknownCase : there is none
    CaseRejected : it is part of another case now
    """
    case = session.get_one(Case, case_id, with_for_update=True, populate_existing=True)
    if case.state == "merged":
        raise CaseRejected("state: the case is part of another one now; open that one, or begin a new one")
    if case.state in ENDS:
        case.state, case.closed = "running" if case.advisor_id else "new", None
        case.answer_by = answer_by(now.date(), is_urgent=case.is_urgent)
        record_event(session, case_id, "case.reopened", by, now)
    return case


def _end(
    session: Session, case_id: str, state: CaseState, what: CaseEventKind, note: str | None, by: str, now: datetime
) -> Case:
    case = find_open_case(session, case_id)
    case.state, case.closed = state, now
    record_event(session, case_id, what, by, now, note)
    return case
