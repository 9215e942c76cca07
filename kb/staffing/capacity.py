"""What experts can give within periods: hours, and cases at the same time.

Where an organisation has said nothing, something must be assumed for a team or an allocation to name it at all; the
answer says that it is assumed, and that the organisation is to be asked. What is booked is taken off, known or assumed.
"""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np

from kb.booking.capacity import Capacity, capacity_of, count_cases, find_most_cases, list_left, share_hours
from kb.booking.months import clip, month_of, split_by_month
from kb.documents import Expert, Period
from kb.matching.availability import find_availability
from kb.staffing.demand import CaseLimit, HourLimit

ASSUMED_HOURS_PER_MONTH = 8
"""Of days that nobody has told of: a working day a month, which is what one problem takes when nothing else is said."""
ASSUMED_PARALLEL_CASES = 1


def find_hours(expert: Expert, period: Period, today: date) -> float:
    """The hours that an expert is counted with in a period: those it is known to have, and those assumed."""
    return find_free_hours(expert, period, today) + find_assumed_hours(expert, period, today)


def find_free_hours(expert: Expert, period: Period, today: date) -> float:
    """The hours that an expert is known to have in a period: of each month's hours the share of its days that are free.

    10 hours a month and free on 1-15 April (15 of 30 days): 5 hours, and never more than is left of April when others
    have booked some.
    """
    told = expert.availability
    if told is None:
        return 0.0
    free = find_availability(expert, period, today).free
    if not expert.booked:
        return told.hours_per_month * sum(map(_count_months, free))
    left = _left_by_month(capacity_of(told), expert, period)
    return sum(min(told.hours_per_month * _count_within(free, month), hours_left) for month, hours_left in left.items())


def find_assumed_hours(expert: Expert, period: Period, today: date) -> float:
    """The hours assumed of the days to come in a period of which nobody has told whether the expert is free."""
    unknown = find_availability(expert, period, today).unknown
    coming = [Period(max(stretch.first, today), stretch.last) for stretch in unknown if stretch.last >= today]
    if not expert.booked:
        return ASSUMED_HOURS_PER_MONTH * sum(map(_count_months, coming))
    return sum(_find_assumed(expert, part) for stretch in coming for part in split_by_month(stretch))


def _left_by_month(capacity: Capacity, expert: Expert, period: Period) -> dict[Period, float]:
    return {month.month: month.left for month in list_left(capacity, expert.booked, period)}


def _count_within(stretches: Sequence[Period], month: Period) -> float:
    return sum(_count_months(part) for stretch in stretches if (part := clip(stretch, month)))


def _find_assumed(expert: Expert, part: Period) -> float:
    """Of a part of a month: what is assumed of it, at most what bookings leave of all days that nobody has told of."""
    month = month_of(part.first)
    if expert.availability:
        month = Period(max(month.first, expert.review_by + timedelta(days=1)), month.last)
    booked = sum(share_hours(one, month, ()) for one in expert.booked)
    return max(
        0.0, min(ASSUMED_HOURS_PER_MONTH * _count_months(part), ASSUMED_HOURS_PER_MONTH * _count_months(month) - booked)
    )


def find_parallel_cases(expert: Expert, period: Period | None = None) -> int:
    """How many cases an expert is counted to take at the same time; period : those booked then are taken off."""
    told = expert.availability
    n_cases = told.parallel_cases if told else ASSUMED_PARALLEL_CASES
    return max(0, n_cases - find_most_cases(expert.booked, period)) if period else n_cases


def find_hour_limits(experts: Sequence[Expert], periods: Sequence[Period], today: date) -> tuple[HourLimit, ...]:
    """The limits that hold exactly when every case's hours can be given on free days of its own period.

    periods : one per case. From any day to any day, the cases that must be helped within these days take no more
    hours than there are; that this is enough, with work cut as finely as one likes, is what makes "earliest deadline
    first" optimal (Horn, Naval Research Logistics Quarterly 21, 1974, pp. 177-185).
    """
    limits = []
    for first in sorted({period.first for period in periods}):
        for last in sorted({period.last for period in periods}):
            inside = [i for i, p in enumerate(periods) if first <= p.first and p.last <= last]
            if (
                inside
                and first == min(periods[i].first for i in inside)
                and last == max(periods[i].last for i in inside)
            ):
                hours = [find_hours(expert, Period(first, last), today) for expert in experts]
                limits.append(HourLimit(tuple(inside), np.array(hours, np.float64)))
    return tuple(limits)


def find_case_limits(experts: Sequence[Expert], periods: Sequence[Period]) -> tuple[CaseLimit, ...]:
    """The limits that hold exactly when no expert has more cases on any day than it is counted to take.

    periods : one per case. The days on which a case or a booking begins are enough: the most cases at once are reached
    on one.
    """
    begun = {period.first for period in periods} | {one.first for expert in experts for one in expert.booked}
    limits = []
    for first in sorted(begun):
        under_way = [i for i, period in enumerate(periods) if period.first <= first <= period.last]
        if under_way:
            n_cases = [max(0, find_parallel_cases(expert) - count_cases(expert.booked, first)) for expert in experts]
            limits.append(CaseLimit(tuple(under_way), np.array(n_cases, np.int64)))
    return tuple(limits)


def _count_months(period: Period) -> float:
    """Months in a period, each day a share of its own month."""
    return _months_until(period.last, period.last.day) - _months_until(period.first, period.first.day - 1)


def _months_until(day: date, days_of_month: int) -> float:
    return day.year * 12 + day.month + days_of_month / monthrange(day.year, day.month)[1]
