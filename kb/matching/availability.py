"""When an expert is free within a period."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kb.documents import Expert, Period

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Availability:
    """free: the stretches of the period without absence; back: the first day after the absence that ends last."""

    free: tuple[Period, ...]
    back: date | None

    @property
    def is_free(self) -> bool:
        return bool(self.free)


def find_availability(expert: Expert, period: Period) -> Availability:
    """The expert's free stretches in the period, in order."""
    absences = sorted((p for p in expert.unavailable if p.overlaps(period)), key=lambda p: p.first)
    back = max((p.last for p in absences), default=None)
    return Availability(tuple(_gaps(absences, period)), back + _DAY if back else None)


def _gaps(absences: list[Period], period: Period) -> Iterator[Period]:
    day = period.first
    for absence in absences:
        if absence.first > day:
            yield Period(day, absence.first - _DAY)
        day = max(day, absence.last + _DAY)
    if day <= period.last:
        yield Period(day, period.last)
