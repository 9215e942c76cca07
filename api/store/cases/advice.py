"""Advice that was given in a case: written down, changed, taken away, listed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from api.store.audit import record
from api.store.cases.errors import AdviceChanged, CaseClosed, UnknownAdvice
from api.store.cases.events import record_event
from api.store.cases.find_case import find_case
from api.store.cases.tables import Advice, Case, CaseAsk, CaseProblem
from kb.vocabulary import MeetingFormat

COUNTY_CHARS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Advice as it is written down. hours above 0; giver : the role, never who; area : a problem area or support theme

    expert_slug : who gave it, None where the advisor did
    """

    day: date
    hours: float
    form: MeetingFormat
    giver: str
    area: str
    offered: str
    received: str = ""
    expected: str = ""
    achieved: str = ""
    next_step: str = ""
    expert_slug: str | None = None


@dataclass(frozen=True, slots=True)
class ListedAdvice:
    """Advice with the case that it was given in."""

    advice: Advice
    case: Case


def add_advice(session: Session, advice_id: str, case_id: str, given: Given, by: str, now: datetime) -> None:
    """Write the advice down, in a case that goes on or is done.

    Raises
    ------
    CaseClosed : the case was declined, or is part of another
    """
    _check_has_help(session, case_id)
    session.add(Advice(id=advice_id, case_id=case_id, at=now, by=by, **_fields(given)))
    record_event(session, case_id, "case.advised", by, now)


def find_advice(session: Session, case_id: str, advice_id: str) -> Advice:
    """The advice, to be written; on PostgreSQL nobody else does before the session ends.

    Raises
    ------
    UnknownAdvice : the case has none such
    """
    row = session.get(Advice, advice_id, with_for_update=True, populate_existing=True)
    if row is None or row.case_id != case_id:
        raise UnknownAdvice("the case has no such advice; list its advice and choose one of those")
    return row


def change_advice(
    session: Session, case_id: str, advice_id: str, given: Given, by: str, now: datetime, base: datetime | None = None
) -> Advice:
    """The advice, written anew. base : when what was read was written, None to write over whatever stands there

    Raises
    ------
    UnknownAdvice : the case has no such advice
    AdviceChanged : it was written since
    CaseClosed : the case was declined, or is part of another
    """
    _check_has_help(session, case_id)
    row = find_advice(session, case_id, advice_id)
    if base is not None and row.at != base:
        raise AdviceChanged("the advice was written by somebody else meanwhile; read it again, then write it")
    for name, value in _fields(given).items():
        setattr(row, name, value)
    row.at = now
    _record_change(session, row, "advice.changed", by, now)
    return row


def take_away_advice(session: Session, case_id: str, advice_id: str, by: str, now: datetime) -> None:
    """Take the advice away; raises UnknownAdvice where the case has none such."""
    row = find_advice(session, case_id, advice_id)
    session.delete(row)
    _record_change(session, row, "advice.taken_away", by, now)


def list_case_advice(session: Session, case_id: str) -> Sequence[Advice]:
    """The advice of the case, the first given first."""
    return session.scalars(select(Advice).where(Advice.case_id == case_id).order_by(Advice.day, Advice.id)).all()


def list_advice(session: Session, scope: str, first: date, last: date, county: str = "") -> Sequence[ListedAdvice]:
    """All advice that was given on those days, both included, by day. county : in its municipalities alone

    scope : the code of an advisor's county, whose cases are those of its municipalities and those at its desk; empty
        for the whole country
    """
    rows = _select_within(scope).where(Advice.day >= first, Advice.day <= last)
    if county:
        rows = rows.where(Case.municipality_code.startswith(county, autoescape=True))
    return [ListedAdvice(*row) for row in session.execute(rows.order_by(Advice.day, Advice.id))]


def list_case_areas(session: Session, case_id: str) -> Sequence[str]:
    """Slugs of the problems that help is asked with, in their order."""
    of_case = select(CaseProblem.area).where(CaseProblem.case_id == case_id)
    return session.scalars(of_case.order_by(CaseProblem.number)).all()


def is_still_asked(session: Session, case_id: str, expert_slug: str) -> bool:
    """Whether the expert is asked in the case, and has not said no."""
    of_expert = (CaseAsk.case_id == case_id, CaseAsk.expert_slug == expert_slug)
    stands = CaseAsk.state.not_in(["no", "withdrawn"])
    return session.scalar(select(CaseAsk.id).where(*of_expert, stands).limit(1)) is not None


def _select_within(scope: str) -> Select[Advice, Case]:
    rows = select(Advice, Case).join(Case, Case.id == Advice.case_id)
    if not scope:
        return rows
    within = Case.municipality_code.startswith(scope, autoescape=True)
    return rows.where(or_(within, Case.desk == scope) if len(scope) == COUNTY_CHARS else within)


def _check_has_help(session: Session, case_id: str) -> None:
    state = find_case(session, case_id).state
    if state in ("declined", "merged"):
        raise CaseClosed(f"the case is {state}; write the advice down in the case that goes on")


def _record_change(session: Session, row: Advice, action: str, by: str, now: datetime) -> None:
    """In the history of the case, and which advice it was in the audit log."""
    record_event(session, row.case_id, "case.changed", by, now)
    record(session, now, by, action, row.id)


def _fields(given: Given) -> dict[str, object]:
    return {name: attrgetter(name)(given) for name in Given.__slots__}
