"""Time as the overview tells it: calendar years, and their two halves. No other stretch of days can be chosen."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Half = Literal["h1", "h2"]
HALVES: tuple[Half, ...] = ("h1", "h2")


@dataclass(frozen=True, slots=True, order=True)
class HalfYear:
    """half : h1 is January to June"""

    year: int
    half: Half


def half_year_of(day: date) -> HalfYear:
    return HalfYear(day.year, "h1" if day.month <= 6 else "h2")


def list_ended(first: date, today: date) -> list[HalfYear]:
    """The half-years that have ended, from the one in which the first day lies; the first one first.

    >>> [one.half for one in list_ended(date(2026, 8, 1), date(2027, 1, 1))]
    ['h2']
    """
    wanted, now = half_year_of(first), half_year_of(today)
    all_of_them = (HalfYear(year, half) for year in range(first.year, today.year + 1) for half in HALVES)
    return [one for one in all_of_them if wanted <= one < now]
