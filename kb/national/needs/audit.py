"""What somebody can work out of a hidden figure from all that is shown, proved by years that could have been."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kb.national.needs.figures import ANY, Counted, Figure
from kb.national.needs.what_fits import WhatFits, find_what_fits
from kb.staffing.integer_program import IntArray

AT_ONCE = 4
"""Figures that are looked for together: more seldom fit in one year."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The least and the most that a figure is in the years that were found to fit: nobody can rule either out.

    n_towns : how many municipalities there are to be counted
    """

    low: int
    high: int
    n_towns: int

    def is_safe(self, least: int) -> bool:
        """Whether it may be none and as many as are hidden.

        What is many, and hidden beside others, may be several numbers that are all enough to be shown; what is few
        never passes by that, for what it is lies within its reach.
        """
        if self.low == 0:
            return self.high >= min(least - 1, self.n_towns)
        return self.low < self.high and is_enough(self.low, self.n_towns, least)

    def widen(self, n: int) -> "Reach":
        return Reach(min(self.low, n), max(self.high, n), self.n_towns)


def is_enough(n: int, n_towns: int, least: int) -> bool:
    """Whether neither those that are counted nor those that are not are too few to be told.

    >>> is_enough(5, 14, 5), is_enough(4, 14, 5), is_enough(10, 14, 5)
    (True, False, False)
    """
    return least <= n <= n_towns - least


def audit(
    counted: Counted, shown: Collection[Figure], least: int, known: Mapping[Figure, Reach] | None = None
) -> dict[Figure, Reach]:
    """The reach of every hidden figure; once it is safe no wider one is looked for.

    known : what was found while more was shown, which still holds
    """
    hidden = [figure for figure in counted.list_figures() if figure not in shown]
    reaches = {
        figure: Reach(counted.count(figure), counted.count(figure), counted.count_towns(figure)) for figure in hidden
    }
    reaches |= known or {}
    for area in counted.told:
        _widen(find_what_fits(counted, shown, [area]), reaches, [one for one in hidden if one.area == area], least)
    of_any = [figure for figure in hidden if figure.area == ANY]
    if not all(reaches[figure].is_safe(least) for figure in of_any):
        _widen(find_what_fits(counted, shown, counted.told), reaches, of_any, least)
    return reaches


def _widen(fits: WhatFits, reaches: dict[Figure, Reach], figures: Collection[Figure], least: int) -> None:
    """Look for years in which the figures that are not safe yet are fewer, then for such in which they are more."""
    weights = {one: fits.weigh(one) for one in reaches if one.area in (ANY, *fits.columns.free)}

    def note(found: IntArray) -> None:
        for figure, weighed in weights.items():
            reaches[figure] = reaches[figure].widen(int(weighed @ found))

    if high := [figure for figure in figures if reaches[figure].low and not reaches[figure].is_safe(least)]:
        note(fits.find_fewest(high))
        for figure in high:
            if reaches[figure].low and not reaches[figure].is_safe(least):
                note(fits.find_fewest([figure]))
    few = [figure for figure in figures if not reaches[figure].is_safe(least)]
    for start in range(0, len(few), AT_ONCE):
        wanted = [figure for figure in few[start : start + AT_ONCE] if not reaches[figure].is_safe(least)]
        for asked in (wanted, *([figure] for figure in wanted)):
            if still := [figure for figure in asked if not reaches[figure].is_safe(least)]:
                note(fits.find_many(still, [_aim(reaches[figure], least) for figure in still]))


def _aim(reach: Reach, least: int) -> int:
    """How many would do."""
    return min(max(least - 1, reach.low + 1), reach.n_towns)
