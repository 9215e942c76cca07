"""What happened in cases, read without a word that anybody wrote."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.cases.tables import Advice, AdviceFollowUp, Case, CaseAsk, CaseProblem
from kb.national.report.happened import Happened, ToldAdvice, ToldAsk, ToldCase, ToldFollowUp

MERGED = "merged"
"""A case that became part of another is counted as that one, which has its advice too."""


def read_happened(session: Session, county: str = "") -> Happened:
    """All of the cases of the county, of the country where it is empty; days are those of UTC."""
    cases = {case.id: case for case in _read_cases(session, county)}
    return Happened(
        cases=cases,
        asks=[ask for ask in _read_asks(session) if ask.case_id in cases],
        advice=[advice for advice in _read_advice(session) if advice.case_id in cases],
        follow_ups=[told for told in _read_follow_ups(session) if told.case_id in cases],
    )


def _read_cases(session: Session, county: str) -> Iterator[ToldCase]:
    columns = (Case.id, Case.code, Case.municipality_code, Case.created, Case.state, Case.closed)
    of_county = Case.municipality_code.startswith(county, autoescape=True)
    wanted = select(*columns).where(of_county, Case.state != MERGED).order_by(Case.created, Case.id)
    areas = _read_areas(session)
    for case_id, code, town, created, state, closed in session.execute(wanted):
        yield ToldCase(
            id=case_id,
            code=code,
            town=town,
            areas=tuple(areas.get(case_id, ())),
            created=created.date(),
            state=state,
            declined=_tell_declined(state, closed),
        )


def _tell_declined(state: str, closed: datetime | None) -> date | None:
    return closed.date() if state == "declined" and closed else None


def _read_areas(session: Session) -> Mapping[str, Sequence[str]]:
    areas: dict[str, list[str]] = defaultdict(list)
    wanted = select(CaseProblem.case_id, CaseProblem.area).order_by(CaseProblem.case_id, CaseProblem.number)
    for case_id, area in session.execute(wanted):
        areas[case_id].append(area)
    return areas


def _read_asks(session: Session) -> Iterator[ToldAsk]:
    for case_id, expert, asked in session.execute(select(CaseAsk.case_id, CaseAsk.expert_slug, CaseAsk.asked)):
        yield ToldAsk(case_id=case_id, expert=expert, day=asked.date())


def _read_advice(session: Session) -> Iterator[ToldAdvice]:
    columns = (Advice.case_id, Advice.expert_slug, Advice.day, Advice.hours, Advice.form, Advice.area)
    for case_id, expert, day, hours, form, area in session.execute(select(*columns)):
        yield ToldAdvice(case_id=case_id, expert=expert, day=day, hours=hours, form=form, area=area)


def _read_follow_ups(session: Session) -> Iterator[ToldFollowUp]:
    """Those that were sent."""
    said = (AdviceFollowUp.used, AdviceFollowUp.helped, AdviceFollowUp.quality)
    columns = (AdviceFollowUp.case_id, AdviceFollowUp.months, AdviceFollowUp.sent, AdviceFollowUp.answered, *said)
    for case_id, months, sent, answered, used, helped, quality in session.execute(select(*columns)):
        if sent is not None:
            yield ToldFollowUp(
                case_id=case_id,
                months=months,
                day=sent.date(),
                is_answered=answered is not None,
                used=used,
                helped=helped,
                quality=quality,
            )
