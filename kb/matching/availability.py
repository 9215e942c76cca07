"""When an expert is free within a period, as far as its organisation has said.

What it has said speaks of the days from today until the profile is to be read again. Of days that are gone, of later
ones, and of all days where nothing has been said, nothing is promised: they are unknown, neither free nor busy. Days
on which what is booked leaves no room for another case are as little free as those of an absence.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kb.booking.capacity import capacity_of, find_full
from kb.documents import Expert, Period

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Availability:
    """free: the stretches of the period that are known to be without absence; unknown: those that nobody has told of.

    back: the first day free again after the last absence in the period
    """

    free: tuple[Period, ...]
    back: date | None
    unknown: tuple[Period, ...] = ()

    @property
    def is_free(self) -> bool:
        return bool(self.free)

    @property
    def is_busy(self) -> bool:
        """Whether it is known that no day is free."""
        return not self.free and not self.unknown


def find_availability(expert: Expert, period: Period, today: date) -> Availability:
    """The expert's free and unknown stretches in the period, in order."""
    told, known = expert.availability, _clip(period, today, expert.review_by)
    if told is None or known is None:
        return Availability((), None, (period,))
    taken = (*told.unavailable, *find_full(capacity_of(told), expert.booked))
    absences = sorted((p for p in taken if p.overlaps(known)), key=lambda p: p.first)
    return Availability(tuple(_gaps(absences, known)), _back(taken, absences), tuple(_outside(period, known)))


def _clip(period: Period, first: date, last: date) -> Period | None:
    begin, end = max(period.first, first), min(period.last, last)
    return Period(begin, end) if begin <= end else None


def _outside(period: Period, known: Period) -> Iterator[Period]:
    if period.first < known.first:
        yield Period(period.first, known.first - _DAY)
    if known.last < period.last:
        yield Period(known.last + _DAY, period.last)


def _back(taken: tuple[Period, ...], absences: list[Period]) -> date | None:
    if not absences:
        return None
    day = max(absence.last for absence in absences) + _DAY
    for absence in sorted(taken, key=lambda p: p.first):
        if absence.first <= day <= absence.last:
            day = absence.last + _DAY
    return day


def _gaps(absences: list[Period], period: Period) -> Iterator[Period]:
    day = period.first
    for absence in absences:
        if absence.first > day:
            yield Period(day, absence.first - _DAY)
        day = max(day, absence.last + _DAY)
    if day <= period.last:
        yield Period(day, period.last)
