"""An expert's months, as a calendar shows them."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from kb.documents import Expert, Period
from kb.matching.availability import find_availability

N_MONTHS = 12

State = Literal["free", "partly", "busy"]
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Month:
    """period : the whole calendar month; free : its days without absence, in stretches; state as in `state_of`."""

    period: Period
    free: tuple[Period, ...]
    state: State


def show_months(expert: Expert, first: date, n_months: int = N_MONTHS) -> tuple[Month, ...]:
    """n_months calendar months from the one that first lies in."""
    return tuple(_show(expert, period) for period in list_months(first, n_months))


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


def end_of_month(day: date) -> date:
    """The last day of the month that the day lies in."""
    if (day.year, day.month) == (date.max.year, date.max.month):
        return date.max
    return (day.replace(day=28) + 4 * _DAY).replace(day=1) - _DAY


def state_of(free: tuple[Period, ...], period: Period) -> State:
    """free: no absence in the period; partly: some free days; busy: none."""
    if not free:
        return "busy"
    return "free" if free == (period,) else "partly"


def _show(expert: Expert, period: Period) -> Month:
    free = find_availability(expert, period).free
    return Month(period, free, state_of(free, period))
