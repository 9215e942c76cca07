"""What an expert has left when some of its time is booked, and whether one more booking fits.

The hours of a booking lie evenly over those of its days on which the expert is there. So what is left of a month does
not depend on the order in which bookings were made, and is the same where a team is formed, a calendar is shown and a
booking is refused.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, get_args

from kb.booking.months import clip, count_days, count_days_there, month_of, split_by_month
from kb.documents import Booked, Period, ToldAvailability

TOLERANCE_H = 1e-6
"""Sums of shares of hours are a little more or less than the hours."""
_DAY = timedelta(days=1)

RefusalKind = Literal["away", "hours", "cases"]
"""away : there on none of the days; hours : a month has too few; cases : a day has as many as the expert takes"""
REFUSALS: tuple[RefusalKind, ...] = get_args(RefusalKind)


@dataclass(frozen=True, slots=True)
class Capacity:
    """What an organisation has said that its expert can give. hours_per_month, parallel_cases : at least 0"""

    hours_per_month: float
    parallel_cases: int
    away: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class MonthLeft:
    """A calendar month. hours : what the expert has in it, by the share of its days on which it is there"""

    month: Period
    hours: float
    booked: float

    @property
    def left(self) -> float:
        return max(0.0, self.hours - self.booked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a booking does not fit. days : where, a month or a day

    asked, left : hours, or cases; cases : those that were first there, by what `Booked` calls them
    """

    why: RefusalKind
    days: Period
    asked: float
    left: float
    cases: tuple[str, ...] = ()


def capacity_of(told: ToldAvailability) -> Capacity:
    """What was told, as a capacity."""
    return Capacity(told.hours_per_month, told.parallel_cases, told.unavailable)


def find_refusal(capacity: Capacity, booked: Sequence[Booked], wanted: Booked) -> Refusal | None:
    """Why what is wanted cannot be booked beside what is, None where it can."""
    asked = Period(wanted.first, wanted.last)
    if not count_days_there(asked, capacity.away):
        return Refusal(why="away", days=asked, asked=wanted.hours, left=0.0)
    return next(_find_crowded(capacity, booked, wanted), None) or next(_find_spent(capacity, booked, wanted), None)


def list_left(capacity: Capacity, booked: Sequence[Booked], period: Period) -> tuple[MonthLeft, ...]:
    """Each calendar month that the period touches."""
    taken = share_by_month(tuple(booked), capacity.away)
    months = [month_of(part.first) for part in split_by_month(period)]
    return tuple(MonthLeft(month, _count_hours(capacity, month), taken.get(month.first, 0.0)) for month in months)


def find_full(capacity: Capacity, booked: Sequence[Booked]) -> tuple[Period, ...]:
    """The days on which no new case can be taken: as many are under way as the expert takes, or the month is spent."""
    if not booked:
        return ()
    touched = Period(min(one.first for one in booked), max(one.last for one in booked))
    spent = [one.month for one in list_left(capacity, booked, touched) if one.left <= TOLERANCE_H]
    return (*spent, *_list_crowded(capacity, booked))


def share_hours(booked: Booked, within: Period, away: tuple[Period, ...]) -> float:
    """The hours of the booking that lie within the period."""
    days = Period(booked.first, booked.last)
    part = clip(days, within)
    if part is None:
        return 0.0
    n_there = count_days_there(days, away)
    if not n_there:  # the absence was told after the booking: its hours are taken all the same
        return booked.hours * count_days(part) / count_days(days)
    return booked.hours * count_days_there(part, away) / n_there


@lru_cache(maxsize=4096)
def share_by_month(booked: tuple[Booked, ...], away: tuple[Period, ...]) -> Mapping[date, float]:
    """First day of a month -> the hours that are booked in it."""
    shares: dict[date, float] = {}
    for one in booked:
        for part in split_by_month(Period(one.first, one.last)):
            month = part.first.replace(day=1)
            shares[month] = shares.get(month, 0.0) + share_hours(one, part, away)
    return shares


def count_cases(booked: Sequence[Booked], day: date) -> int:
    """How many cases are under way on the day."""
    return len(_list_cases(booked, day))


def find_most_cases(booked: Sequence[Booked], period: Period) -> int:
    """The most cases that are under way on any day of the period."""
    days = {period.first, *(one.first for one in booked if period.first <= one.first <= period.last)}
    return max(count_cases(booked, day) for day in days)


def _list_cases(booked: Sequence[Booked], day: date) -> list[str]:
    """Each once; bookings that are of no case that is told are one each."""
    under_way = [one for one in booked if one.first <= day <= one.last]
    return [*dict.fromkeys(one.case for one in under_way if one.case), *(one.case for one in under_way if not one.case)]


def _find_crowded(capacity: Capacity, booked: Sequence[Booked], wanted: Booked) -> Iterator[Refusal]:
    """The most cases at once are reached on a day on which one begins."""
    others = [one for one in booked if not (one.case and one.case == wanted.case)]
    days = sorted({wanted.first, *(one.first for one in others if wanted.first <= one.first <= wanted.last)})
    for day in days:
        cases = _list_cases(others, day)
        if len(cases) >= capacity.parallel_cases:
            yield Refusal(why="cases", days=Period(day, day), asked=1, left=0, cases=tuple(filter(None, cases)))


def _find_spent(capacity: Capacity, booked: Sequence[Booked], wanted: Booked) -> Iterator[Refusal]:
    asked = share_by_month((wanted,), capacity.away)
    for month in list_left(capacity, booked, Period(wanted.first, wanted.last)):
        share = asked[month.month.first]
        if share > month.left + TOLERANCE_H:
            first = (one.case for one in booked if one.case and share_hours(one, month.month, capacity.away))
            cases = tuple(dict.fromkeys(first))
            yield Refusal(why="hours", days=month.month, asked=share, left=month.left, cases=cases)


def _list_crowded(capacity: Capacity, booked: Sequence[Booked]) -> Iterator[Period]:
    """Between a day on which a booking begins or has ended and the next, the same cases are under way."""
    turns = sorted({one.first for one in booked} | {one.last + _DAY for one in booked if one.last < date.max})
    for first, after in zip(turns, [*turns[1:], None], strict=True):
        if count_cases(booked, first) >= max(capacity.parallel_cases, 1):
            yield Period(first, after - _DAY if after else date.max)


def _count_hours(capacity: Capacity, month: Period) -> float:
    return capacity.hours_per_month * count_days_there(month, capacity.away) / count_days(month)
