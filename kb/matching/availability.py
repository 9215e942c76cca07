"""When an expert is free within a period."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kb.documents import Expert, Period

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Availability:
    """free: the stretches of the period without absence; back: the first day free again after the last of them."""

    free: tuple[Period, ...]
    back: date | None

    @property
    def is_free(self) -> bool:
        return bool(self.free)


def find_availability(expert: Expert, period: Period) -> Availability:
    """The expert's free stretches in the period, in order."""
    absences = sorted((p for p in expert.unavailable if p.overlaps(period)), key=lambda p: p.first)
    return Availability(tuple(_gaps(absences, period)), _back(expert, absences))


def _back(expert: Expert, absences: list[Period]) -> date | None:
    if not absences:
        return None
    day = max(absence.last for absence in absences) + _DAY
    for absence in sorted(expert.unavailable, key=lambda p: p.first):
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
