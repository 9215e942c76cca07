"""A criterion's value of a municipality: a number, or the range it lies within; what is missing may be anything."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """low <= point <= high, all in [0, 1]; 1 comes first. is_missing : nothing is known, which is not the same as 0"""

    low: float
    point: float
    high: float
    is_missing: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.point <= self.high <= 1:
            raise ValueError(f"{self.low}, {self.point}, {self.high} are not in order within 0 and 1")

    @property
    def is_exact(self) -> bool:
        return self.low == self.high


MISSING = Told(0.0, 0.5, 1.0, is_missing=True)
"""Anything between 0 and 1; where one number is needed, the middle."""


def exactly(value: float) -> Told:
    return Told(value, value, value)


def within(low: float, high: float) -> Told:
    """Somewhere from low to high, with the middle for its number."""
    return Told(low, (low + high) / 2, high)


def average(told: Sequence[Told]) -> Told:
    """The mean of each end; missing where there is none to take it of.

    >>> average([exactly(1.0), within(0.0, 0.5)])
    Told(low=0.5, point=0.625, high=0.75, is_missing=False)
    """
    if not told:
        return MISSING
    n = len(told)
    low, point, high = (sum(getattr(one, end) for one in told) / n for end in ("low", "point", "high"))
    return Told(low, min(max(point, low), high), high)
