"""What municipalities have told of, and the figures of it that are let out."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from api.store.cases.tables import Case, CaseProblem
from api.store.national.need_tables import NeedFigure, NeedRelease
from api.store.plans.needs import NONE
from api.store.plans.tables import PlanAdoption, PlanNeed, SavedPlan
from kb.national.needs.figures import AXES, Axis, Figure, Need
from kb.national.needs.half_year import half_year_of

MERGED = "merged"
"""A case that is one with another is counted there."""


def list_needs(session: Session, first: date, last: date) -> list[Need]:
    """What was told of on the days, both included: in cases, and in plans that are shared with advisors or adopted."""
    days = (_begin(first), datetime.combine(last, time.max, UTC))
    cases = _select_cases().where(Case.created.between(*days))
    plans = _select_plans().where(PlanNeed.told.between(*days))
    return [
        Need(code, area, half_year_of(at.date()).half)
        for rows in (session.execute(cases), session.execute(plans))
        for code, area, at in rows
        if at
    ]


def find_first_day(session: Session) -> date | None:
    """The day on which the first need was told of, None while none has been."""
    first = [session.scalar(select(func.min(Case.created))), session.scalar(select(func.min(PlanNeed.told)))]
    return min((at.date() for at in first if at), default=None)


def list_periods(session: Session) -> list[str]:
    """The periods whose figures are out, the last first."""
    return list(session.scalars(select(NeedRelease.period).order_by(NeedRelease.period.desc())))


def read_figures(session: Session, period: str) -> Mapping[Figure, int]:
    """The figures that are shown of the period."""
    rows = session.scalars(select(NeedFigure).where(NeedFigure.period == period))
    return {Figure(_axis(row.axis), row.area, row.key): row.n for row in rows}


def let_out(session: Session, period: str, figures: Mapping[Figure, int], now: datetime) -> None:
    """Keep the figures of the period for good. One that is out already stays as it is."""
    if session.get(NeedRelease, period):
        return
    session.add(NeedRelease(period=period, made=now, n_figures=len(figures)))
    session.flush()  # the rows below refer to it
    session.add_all(
        NeedFigure(period=period, axis=figure.axis, area=figure.area, key=figure.key, n=n)
        for figure, n in sorted(figures.items())
    )


def _select_cases() -> Select[str, str, datetime]:
    """Municipality, area and when of each problem of a case."""
    wanted = select(Case.municipality_code, CaseProblem.area, Case.created)
    return wanted.join(CaseProblem, CaseProblem.case_id == Case.id).where(Case.state != MERGED)


def _select_plans() -> Select[str, str, datetime | None]:
    """The same of each problem of a plan that is told of outside the municipality."""
    adopted = select(PlanAdoption.plan_id)
    wanted = select(SavedPlan.municipality_code, PlanNeed.area, PlanNeed.told)
    return wanted.join(PlanNeed, PlanNeed.plan_id == SavedPlan.id).where(
        PlanNeed.area != NONE,
        PlanNeed.told.is_not(None),
        or_(SavedPlan.advisors != "none", SavedPlan.id.in_(adopted)),
    )


def _begin(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


def _axis(stored: str) -> Axis:
    return next(axis for axis in AXES if axis == stored)
