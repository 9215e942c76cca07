"""Days and hours as they are typed in a form."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from api.pages.frame.fault import Fault
from kb.documents import Period


@dataclass(frozen=True, slots=True)
class TypedHours:
    period: Period
    hours: float


def read_typed_hours(typed: Mapping[str, str]) -> tuple[TypedHours | None, dict[str, Fault]]:
    """What stands in the fields first, last and hours; None with what is wrong, by field."""
    first, last, hours = read_day(typed["first"]), read_day(typed["last"]), read_hours(typed["hours"])
    faults = {name: Fault("fault_day") for name, day in (("first", first), ("last", last)) if day is None}
    if hours is None:
        faults["hours"] = Fault("booking_fault_hours")
    if first and last and last < first:
        faults["last"] = Fault("fault_period")
    if faults or first is None or last is None or hours is None:
        return None, faults
    return TypedHours(Period(first, last), hours), {}


def read_day(typed: str) -> date | None:
    """The day as a browser sends it, None for anything else."""
    with suppress(ValueError):
        return date.fromisoformat(typed.strip())
    return None


def read_hours(typed: str) -> float | None:
    """Hours above 0 and at most 1 000, with a comma or a point; None for anything else.

    >>> read_hours("7,5"), read_hours("nan"), read_hours("0")
    (7.5, None, None)
    """
    with suppress(ValueError):
        hours = float(typed.strip().replace(",", "."))
        return hours if 0 < hours <= 1_000 else None
    return None
