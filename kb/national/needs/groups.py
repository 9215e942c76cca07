"""Municipalities that the overview cannot tell apart: those of one county and one class of size."""

from bisect import bisect_right
from dataclasses import dataclass

from kb.registers import Municipality

SIZE_FROM = {"s0": 0, "s10": 10_000, "s25": 25_000, "s50": 50_000, "s100": 100_000}
"""Class of size -> from how many inhabitants."""


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """county : its code; size : of SIZE_FROM"""

    county: str
    size: str


def group_of(town: Municipality) -> Group:
    return Group(town.county_code, size_of(town.population))


def size_of(population: int) -> str:
    """The class of size.

    >>> size_of(9_999), size_of(10_000)
    ('s0', 's10')
    """
    return list(SIZE_FROM)[bisect_right(list(SIZE_FROM.values()), population) - 1]
