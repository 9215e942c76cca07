"""Values in a few classes, as a map shows them: at most five, and those without a value apart."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MAX_CLASSES = 5
"""More shades than these are not told apart on a map."""


@dataclass(frozen=True, slots=True)
class ValueClass:
    """Values from least to most, both of them met; number : from 1, the lowest values"""

    number: int
    least: float
    most: float
    n_places: int


@dataclass(frozen=True, slots=True)
class Classed:
    """number_of : the class of each place, None where the value is missing."""

    classes: tuple[ValueClass, ...]
    number_of: Mapping[str, int | None]

    @property
    def n_missing(self) -> int:
        return sum(number is None for number in self.number_of.values())


def class_values(values: Mapping[str, float | None]) -> Classed:
    """The values in classes: one a value where there are few, else about as many places in each.

    What is 0 is a class of its own: none is another thing than few. The same value is always of the same class.

    >>> classed = class_values({"a": 0, "b": 2, "c": None})
    >>> [(found.least, found.most) for found in classed.classes], classed.number_of["c"]
    ([(0, 0), (2, 2)], None)
    """
    known = sorted(value for value in values.values() if value is not None)
    tops = _find_tops(known)
    number_of = {place: None if value is None else bisect_left(tops, value) + 1 for place, value in values.items()}
    return Classed(tuple(_make_classes(known, tops)), number_of)


def _find_tops(known: list[float]) -> list[float]:
    """The highest value of each class, in rising order."""
    distinct = sorted(set(known))
    if len(distinct) <= MAX_CLASSES:
        return distinct
    none = [0.0] if distinct[0] == 0 else []
    above = [value for value in known if not none or value > 0]
    n_classes = MAX_CLASSES - len(none)
    ends = {above[(k * len(above)) // n_classes - 1] for k in range(1, n_classes + 1)}
    return none + sorted(ends)


def _make_classes(known: list[float], tops: list[float]) -> Iterable[ValueClass]:
    for number, top in enumerate(tops, 1):
        within = [value for value in known if bisect_left(tops, value) == number - 1]
        yield ValueClass(number, within[0], top, len(within))
