"""Ranges of numbers: multiplied, and rounded so that they never become narrower."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from math import ceil, floor, log10

DIGITS = 2
"""So many digits each end is told with: more would say that it is known better than it is."""


@dataclass(frozen=True, slots=True)
class Interval:
    """From low to high, both included; low is at most high."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise ValueError(f"a range from {self.low} to {self.high} goes backwards; give the lower end first")

    @property
    def is_single(self) -> bool:
        return self.low == self.high

    @property
    def has_zero(self) -> bool:
        """Whether no change at all is within it, its ends included."""
        return self.low <= 0 <= self.high

    def contains(self, other: "Interval") -> bool:
        return self.low <= other.low and other.high <= self.high


def multiply(*intervals: Interval) -> Interval:
    """What the product can be, whatever each of them is within its range.

    >>> multiply(Interval(10, 20), Interval(-0.5, 0.1))
    Interval(low=-10.0, high=2.0)
    """
    low, high = 1.0, 1.0
    for interval in intervals:
        corners = [one * other for one, other in product((low, high), (interval.low, interval.high))]
        low, high = min(corners), max(corners)
    return Interval(low, high)


def round_outwards(interval: Interval) -> Interval:
    """The range with each end in DIGITS digits, wider rather than narrower; an end that is not 0 stays so.

    >>> round_outwards(Interval(-123.4, -1.23))
    Interval(low=-130.0, high=-1.2)
    """
    return Interval(_round(interval.low, floor), _round(interval.high, ceil))


def _round(value: float, towards: Callable[[Decimal], int]) -> float:
    """As decimals, since 0.29 times 100 is less than 29 in binary."""
    if not value:
        return 0.0
    step = Decimal(1).scaleb(floor(log10(abs(value))) - DIGITS + 1)
    return float(towards(Decimal(repr(value)) / step) * step)
