"""Everything that may lie behind figures that are shown, as the whole numbers of a program.

What everybody knows is in it: how many municipalities each county has of each size, that a municipality lies in one
county and counts in one half-year, and that one that told of an area told of something. Every answer of the program is
a year that could have been, down to single municipalities, so nobody can rule out a value that is found in one.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from kb.national.needs.figures import Counted, Figure
from kb.national.needs.half_year import HALVES
from kb.staffing.integer_program import Goal, IntArray, Row, make_program, solve_in_order

SOLVE_S = 10.0
"""For one question, at most; one takes milliseconds. What is not found in time counts as not possible."""


@dataclass(frozen=True, slots=True, eq=False)
class WhatFits:
    """rows, upper : a program whose columns are, for each free area, how many of each group told of it and how many in
    each half; then how many of each group told of any

    start : the year as it was, int64 array (n_columns,)
    """

    columns: "Columns"
    rows: tuple[Row, ...]
    upper: IntArray
    start: IntArray

    def find_fewest(self, figures: Collection[Figure]) -> IntArray:
        """A year in which the sum of the figures is as small as it can be."""
        return self._solve(
            self.rows, self.upper, self.start, -np.sum([self.weigh(figure) for figure in figures], axis=0)
        )

    def find_many(self, figures: Sequence[Figure], n: Sequence[int]) -> IntArray:
        """A year in which the figures come as near as they can to being as many as told, more than that for nothing."""
        first = len(self.start)
        reached = ({first + i: 1} | dict.fromkeys(self.columns.list_of(one), -1) for i, one in enumerate(figures))
        start = [min(n, int(self.weigh(one) @ self.start)) for n, one in zip(n, figures, strict=True)]
        goal = np.array([0] * first + [1] * len(figures), np.int64)
        rows = (*self.rows, *((terms, 0) for terms in reached))
        return self._solve(rows, np.array([*self.upper, *n]), np.array([*self.start, *start]), goal)[:first]

    def _solve(self, rows: Sequence[Row], upper: IntArray, start: IntArray, goal: IntArray) -> IntArray:
        at_most = 0 if (goal <= 0).all() else None
        return solve_in_order(make_program(rows, upper), [Goal("reach", goal, at_most=at_most)], start, SOLVE_S).x

    def weigh(self, figure: Figure) -> IntArray:
        """int64 array (n_columns,) whose product with an answer is the figure, which is of a free area or of any."""
        weights = np.zeros(len(self.start), np.int64)
        weights[self.columns.list_of(figure)] = 1
        return weights


class Columns:
    """Which column has what. free : the areas whose counts may be otherwise than they were"""

    def __init__(self, counted: Counted, free: Iterable[str]) -> None:
        self.counted, self.free = counted, tuple(free)
        self.n_groups = len(counted.groups)
        width = self.n_groups + len(HALVES)
        self._first = {area: width * position for position, area in enumerate(self.free)}
        self._first_any = width * len(self.free)

    def told(self, area: str) -> range:
        first = self._first[area] if area else self._first_any
        return range(first, first + self.n_groups)

    def halves(self, area: str) -> range:
        first = self._first[area] + self.n_groups
        return range(first, first + len(HALVES))

    def list_of(self, figure: Figure) -> list[int]:
        if figure.axis == "half":
            return [column for column, half in zip(self.halves(figure.area), HALVES, strict=True) if half == figure.key]
        told = self.told(figure.area)
        return [told[position] for position in self.counted.list_members(figure)]


def find_what_fits(counted: Counted, shown: Collection[Figure], free: Iterable[str]) -> WhatFits:
    """What fits the figures that are shown.

    free : areas whose counts may be otherwise; with the others as they were the program is smaller, and what is found
        in it fits all the same
    """
    columns = Columns(counted, free)
    rows = (*_list_unions(columns), *_list_halves(columns), *_list_shown(shown, columns))
    return WhatFits(columns, rows, _list_upper(columns), _list_true(columns))


def _list_unions(columns: Columns) -> Iterator[Row]:
    """Who told of any: at least as many as of one area, at most as many as of all together."""
    held = [told for area, told in columns.counted.told.items() if area not in columns.free]
    for position, any_told in enumerate(columns.told("")):
        of_areas = [columns.told(area)[position] for area in columns.free]
        yield from (({column: 1, any_told: -1}, 0) for column in of_areas)
        yield {any_told: 1, **dict.fromkeys(of_areas, -1)}, sum(told[position] for told in held)
        yield {any_told: -1}, -max((told[position] for told in held), default=0)


def _list_halves(columns: Columns) -> Iterator[Row]:
    for area in columns.free:
        yield from _equal({**dict.fromkeys(columns.told(area), 1), **dict.fromkeys(columns.halves(area), -1)}, 0)


def _list_shown(shown: Collection[Figure], columns: Columns) -> Iterator[Row]:
    for figure in sorted(shown):
        if figure.area in ("", *columns.free):
            yield from _equal(dict.fromkeys(columns.list_of(figure), 1), columns.counted.count(figure))


def _equal(terms: dict[int, int], n: int) -> Iterator[Row]:
    yield terms, n
    yield {column: -value for column, value in terms.items()}, -n


def _list_upper(columns: Columns) -> IntArray:
    sizes = list(columns.counted.groups.values())
    of_area = [*sizes, *[sum(sizes)] * len(HALVES)]
    return np.array([*of_area * len(columns.free), *sizes], np.int64)


def _list_true(columns: Columns) -> IntArray:
    counted = columns.counted
    of_areas = [
        n
        for area in columns.free
        for n in (*counted.told[area], *(counted.count(Figure("half", area, half)) for half in HALVES))
    ]
    return np.array([*of_areas, *counted.any_told], np.int64)
