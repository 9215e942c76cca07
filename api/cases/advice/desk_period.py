"""What an advisor asks of its desk: the days, and a county within its own."""

from dataclasses import dataclass
from datetime import date

from api.access.errors import RoleRefused
from api.access.scope import Scope


@dataclass(frozen=True, slots=True)
class DeskPeriod:
    """first, last : both included"""

    first: date
    last: date


def choose_period(first: date | None, last: date | None, today: date) -> DeskPeriod:
    """The days that are asked for, turned where they stand the wrong way; without any those of the year until today."""
    end = last or max(today, first or today)
    begin = first or min(end, today.replace(month=1, day=1))
    return DeskPeriod(min(begin, end), max(begin, end))


def narrow_county(scope: Scope, county: str) -> str:
    """The county that is asked for, the advisor's own where none is told; empty for the whole country.

    Raises
    ------
    RoleRefused : it is not the advisor's
    """
    if county and not scope.covers(f"{county}00"):
        raise RoleRefused("this is for advisors of the county; ask a colleague there")
    return county or scope.code
