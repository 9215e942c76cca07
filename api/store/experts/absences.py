"""Days when an expert is away, as its organisation or the calendar that it follows has said."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from api.store.base import new_id
from api.store.experts.errors import CalendarRejected
from api.store.experts.tables import AbsenceSource, ExpertAbsence
from kb.documents import Period

MOST_ABSENCES = 100
LONGEST = timedelta(days=1100)
"""Some three years; whoever is away for longer has no calendar to keep."""


def replace_absences(session: Session, slug: str, source: AbsenceSource, away: Iterable[Period]) -> None:
    """Keep the days in place of those that the same source told before.

    Raises
    ------
    CalendarRejected : days that end before they begin, or too many of them
    """
    periods = merge_periods(away)
    if source == "form" and len(periods) > MOST_ABSENCES:
        raise CalendarRejected(f"{len(periods)} absences; give at most {MOST_ABSENCES}, or follow a calendar")
    session.execute(delete(ExpertAbsence).where(ExpertAbsence.expert_slug == slug, ExpertAbsence.source == source))
    session.add_all(
        ExpertAbsence(id=new_id(), expert_slug=slug, first=period.first, last=period.last, source=source)
        for period in periods
    )


def list_absences(session: Session, slug: str, source: AbsenceSource | None = None) -> Sequence[Period]:
    """The days, in order, by one source or by all; where those of several meet, each stands by itself."""
    wanted = select(ExpertAbsence).where(ExpertAbsence.expert_slug == slug)
    if source:
        wanted = wanted.where(ExpertAbsence.source == source)
    rows = session.scalars(wanted.order_by(ExpertAbsence.first, ExpertAbsence.last, ExpertAbsence.id))
    return [Period(row.first, row.last) for row in rows]


def merge_periods(periods: Iterable[Period]) -> list[Period]:
    """The same days in as few periods as they take, in order.

    Raises
    ------
    CalendarRejected : one ends before it begins, or lasts longer than LONGEST
    """
    merged: list[Period] = []
    for period in sorted(periods, key=lambda one: (one.first, one.last)):
        _check(period)
        if merged and period.first <= _day_after(merged[-1].last):
            merged[-1] = Period(merged[-1].first, max(merged[-1].last, period.last))
        else:
            merged.append(period)
    return merged


def _check(period: Period) -> None:
    if period.last < period.first:
        raise CalendarRejected(f"away from {period.first} to {period.last}; the last day cannot come before the first")
    if period.last - period.first > LONGEST:
        raise CalendarRejected(f"away from {period.first} to {period.last}; give at most {LONGEST.days} days at a time")


def _day_after(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)
