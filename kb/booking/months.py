"""Days counted, and a period taken month by month."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from kb.documents import Period

_DAY = timedelta(days=1)


def end_of_month(day: date) -> date:
    """The last day of the month that the day lies in."""
    if (day.year, day.month) == (date.max.year, date.max.month):
        return date.max
    return (day.replace(day=28) + 4 * _DAY).replace(day=1) - _DAY


def month_of(day: date) -> Period:
    """The calendar month that the day lies in."""
    return Period(day.replace(day=1), end_of_month(day))


def split_by_month(period: Period) -> Iterator[Period]:
    """The period in pieces, each within a calendar month, in order."""
    first = period.first
    while first <= period.last:
        last = min(end_of_month(first), period.last)
        yield Period(first, last)
        if last == date.max:
            return
        first = last + _DAY


def count_days(period: Period) -> int:
    return (period.last - period.first).days + 1


def count_days_there(period: Period, away: tuple[Period, ...]) -> int:
    """Days of the period that lie in none of the absences.

    >>> count_days_there(Period(date(2027, 3, 1), date(2027, 3, 31)), (Period(date(2027, 3, 11), date(2027, 4, 9)),))
    10
    """
    return count_days(period) - sum(count_days(part) for gone in _merge(away) if (part := clip(gone, period)))


def clip(period: Period, within: Period) -> Period | None:
    """The part of the period that lies within the other, None where there is none."""
    first, last = max(period.first, within.first), min(period.last, within.last)
    return Period(first, last) if first <= last else None


@lru_cache(maxsize=4096)
def _merge(periods: Sequence[Period]) -> tuple[Period, ...]:
    """The same days in periods that do not overlap, in order."""
    merged: list[Period] = []
    for period in sorted(periods, key=lambda period: (period.first, period.last)):
        if merged and period.first <= merged[-1].last:
            merged[-1] = Period(merged[-1].first, max(merged[-1].last, period.last))
        else:
            merged.append(period)
    return tuple(merged)
