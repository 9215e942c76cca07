"""Values in a few classes, as a map shows them: at most five, and those without a value apart."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MAX_CLASSES = 5
"""More shades than these are not told apart on a map."""


@dataclass(frozen=True, slots=True)
class ValueClass:
    """Values from least to most, both of them met. shade : from 1, the lightest, to MAX_CLASSES"""

    shade: int
    least: float
    most: float
    n_places: int


@dataclass(frozen=True, slots=True)
class Classed:
    """shade_of : the shade of each place's class, None where the value is missing."""

    classes: tuple[ValueClass, ...]
    shade_of: Mapping[str, int | None]

    @property
    def n_missing(self) -> int:
        return sum(shade is None for shade in self.shade_of.values())


def class_values(values: Mapping[str, float | None]) -> Classed:
    """The values in classes: one a value where there are few, else about as many places in each.

    What is 0 is a class of its own: none is another thing than few. The same value is always of the same class.

    >>> classed = class_values({"a": 0, "b": 2, "c": None})
    >>> [(found.least, found.most) for found in classed.classes], classed.shade_of["a"]
    ([(0, 0), (2, 2)], 1)
    """
    known = sorted(value for value in values.values() if value is not None)
    tops = _find_tops(known)
    classes = tuple(_make_classes(known, tops))
    shade_of = {
        place: None if value is None else classes[bisect_left(tops, value)].shade for place, value in values.items()
    }
    return Classed(classes, shade_of)


def _find_tops(known: list[float]) -> list[float]:
    """The highest value of each class, in rising order."""
    distinct = sorted(set(known))
    if len(distinct) <= MAX_CLASSES:
        return distinct
    none = [0.0] if distinct[0] == 0 else []
    return none + _share_out([value for value in known if not none or value > 0], MAX_CLASSES - len(none))


def _share_out(known: list[float], n_classes: int) -> list[float]:
    """The highest value of each of so many classes; what a common value takes more than its share the others share."""
    tops: list[float] = []
    within, left = 0, len(known)
    for value, n_places in sorted(Counter(known).items()):
        within += n_places
        if within * (n_classes - len(tops)) >= left:
            tops.append(value)
            within, left = 0, left - within
    return tops


def _make_classes(known: list[float], tops: list[float]) -> Iterable[ValueClass]:
    for position, top in enumerate(tops):
        within = [value for value in known if bisect_left(tops, value) == position]
        yield ValueClass(_shade(position, len(tops), top), within[0], top, len(within))


def _shade(position: int, n_classes: int, top: float) -> int:
    """As far apart as the number of classes lets them be; a single class is light where all have none."""
    if n_classes == 1:
        return MAX_CLASSES if top else 1
    return 1 + round(position * (MAX_CLASSES - 1) / (n_classes - 1))
