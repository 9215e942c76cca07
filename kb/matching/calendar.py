"""An expert's months, as a calendar shows them."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from kb.booking.months import end_of_month
from kb.documents import Expert, Period
from kb.matching.availability import Availability, find_availability

N_MONTHS = 12

State = Literal["free", "partly", "busy", "unknown"]
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Month:
    """period : the whole calendar month; free : its days known to be free, in stretches; state as in `state_of`."""

    period: Period
    free: tuple[Period, ...]
    state: State


def show_months(expert: Expert, first: date, today: date, n_months: int = N_MONTHS) -> tuple[Month, ...]:
    """n_months calendar months from the one that first lies in."""
    return tuple(_show(expert, period, today) for period in list_months(first, n_months))


def list_months(first: date, n_months: int = N_MONTHS) -> tuple[Period, ...]:
    """n_months whole calendar months from the one that first lies in; fewer at the end of time."""
    months, day = [], first.replace(day=1)
    for _ in range(n_months):
        last = end_of_month(day)
        months.append(Period(day, last))
        if last == date.max:
            break
        day = last + _DAY
    return tuple(months)


def state_of(availability: Availability, period: Period) -> State:
    """free: no absence in the period; partly: some days known to be free; busy: none; unknown: none, not all told."""
    if availability.free:
        return "free" if availability.free == (period,) else "partly"
    return "busy" if availability.is_busy else "unknown"


def _show(expert: Expert, period: Period, today: date) -> Month:
    """The month; the one that it is now is judged by the days that are left."""
    left = Period(max(period.first, min(today, period.last)), period.last)
    availability = find_availability(expert, left, today)
    return Month(period, availability.free, state_of(availability, left))
