"""Which figures of a year are shown, so that nobody can work out one that is not.

1. A figure is hidden that counts fewer than five municipalities, or all but fewer than five. None is not told from
   few: a county with one municipality would be told by it.
2. What is left when shown figures are taken from one that they are part of counts municipalities too, and is held to
   the same. So is the difference between who told of any area and who told of one.
3. For every hidden figure a year must be found that fits all that is shown and in which it is none, and one in which it
   is four: else one more is hidden, the likest to it and of these the smallest, until there are.

Step 3 is the attack of Fischetti and Salazar, Management Science 47, 2001, pp. 1008-1027. They solve for the fewest to
hide; here one after the other is hidden, which hides a little more and needs no second program.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kb.national.needs.audit import Reach, audit, is_enough
from kb.national.needs.figures import ANY, PARTS, Counted, Figure

LEAST = 5
"""The smallest count that is shown."""


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of a shown figure when shown parts are taken from it. n_towns : that there are to be counted"""

    whole: Figure
    parts: tuple[Figure, ...]
    n: int
    n_towns: int


def choose_shown(counted: Counted, already: Collection[Figure] = (), least: int = LEAST) -> frozenset[Figure]:
    """The figures to show.

    already : what has been shown before, and cannot be taken back; least : the smallest count that is shown
    """
    kept = frozenset(already)
    shown = {
        one for one in counted.list_figures() if is_enough(counted.count(one), counted.count_towns(one), least)
    } | kept
    reaches: dict[Figure, Reach] = {}
    while True:
        _hide_for_rests(counted, shown, kept, least)
        reaches = audit(counted, shown, least, reaches)
        unsafe = [figure for figure, reach in reaches.items() if not reach.is_safe(least)]
        hidden = {next_one for figure in unsafe if (next_one := _choose_next(counted, shown - kept, figure))}
        if not hidden:
            return frozenset(shown)
        shown -= hidden


def list_rests(counted: Counted, shown: Collection[Figure]) -> Iterator[Rest]:
    """Every one that somebody can work out by taking shown figures from a shown one, parts of the same kind."""
    for area in (*counted.told, ANY):
        for part in PARTS:
            yield from _find_rest(counted, shown, Figure("all", area), counted.list_parts(area, part))
    for whole in counted.list_figures():
        if whole.area == ANY and whole in shown:
            for area in counted.told:
                yield from _find_rest(counted, shown, whole, [Figure(whole.axis, area, whole.key)])


def _find_rest(counted: Counted, shown: Collection[Figure], whole: Figure, parts: Collection[Figure]) -> Iterator[Rest]:
    seen = tuple(part for part in parts if part in shown)
    if whole in shown and seen and (len(seen) < len(parts) or whole.area != seen[0].area):
        is_place = seen[0].axis != "half" and whole.area == seen[0].area
        n_taken = sum(map(counted.count_towns, seen)) if is_place else 0
        left = counted.count(whole) - sum(map(counted.count, seen))
        yield Rest(whole, seen, left, counted.count_towns(whole) - n_taken)


def _hide_for_rests(counted: Counted, shown: set[Figure], kept: Collection[Figure], least: int) -> None:
    while True:
        few = [rest for rest in list_rests(counted, shown) if not is_enough(rest.n, rest.n_towns, least)]
        hidden = {next_one for rest in few if (next_one := _choose_of(counted, rest, kept))}
        if not hidden:
            return
        shown -= hidden


def _choose_of(counted: Counted, rest: Rest, kept: Collection[Figure]) -> Figure | None:
    """The one to hide so that the rest cannot be worked out: that of any area rather than that of one, else a part."""
    parts = [part for part in rest.parts if part not in kept]
    whole = [rest.whole] if rest.whole not in kept else []
    is_any_less_one = rest.whole.area == ANY and rest.parts[0].area != ANY
    order = [*whole, *parts] if is_any_less_one else [*_sort(counted, parts), *whole]
    return next(iter(order), None)


def _sort(counted: Counted, figures: Collection[Figure]) -> list[Figure]:
    return sorted(figures, key=lambda figure: (counted.count(figure), figure))


def _choose_next(counted: Counted, shown: Collection[Figure], unsafe: Figure) -> Figure | None:
    """The figure to hide so that another is safe; None when there is none left."""
    return min(shown, key=lambda one: (_unlikeness(one, unsafe), counted.count(one), one), default=None)


def _unlikeness(figure: Figure, unsafe: Figure) -> int:
    """How little a figure says of another: that of any area in its place and its brothers say most."""
    if figure.area == ANY and unsafe.area != ANY:
        return 0 if (figure.axis, figure.key) == (unsafe.axis, unsafe.key) else 4
    if figure.area == unsafe.area:
        return 1 if figure.axis == unsafe.axis else 3 if figure.axis == "all" else 2
    return 5 if (figure.axis, figure.key) == (unsafe.axis, unsafe.key) else 6
