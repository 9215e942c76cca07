"""Small countries whose years can all be written down, and years in them."""

from itertools import product

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from kb.national.needs.figures import Counted, Figure
from kb.national.needs.groups import Group
from kb.national.needs.half_year import HALVES

AREAS = ("klotter", "otrygghet")


@st.composite
def small_years(draw: st.DrawFn) -> Counted:
    """Three or four groups of one to three municipalities in two or three counties, two areas."""
    names = draw(
        st.lists(
            st.sampled_from([Group(county, size) for county in ("01", "09", "14") for size in ("s0", "s10")]),
            min_size=3,
            max_size=4,
            unique=True,
        )
    )
    groups = {group: draw(st.integers(1, 6 - len(names))) for group in sorted(names)}
    told = {area: tuple(draw(st.integers(0, n)) for n in groups.values()) for area in AREAS}
    any_told = tuple(
        draw(st.integers(max(of_areas), min(n, sum(of_areas))))
        for n, *of_areas in zip(groups.values(), *told.values(), strict=True)
    )
    first = {area: draw(st.integers(0, sum(of_groups))) for area, of_groups in told.items()}
    return Counted(groups, told, any_told, first)


class EveryYear:
    """Every year that the country could have had: the attack, with nothing left out."""

    def __init__(self, counted: Counted) -> None:
        self.counted = counted
        ways = [_list_ways(n) for n in counted.groups.values()]
        self.years = np.array(list(product(*ways)), np.int64)
        """(n_years, n_groups, 3): of each group how many told of the first area, of the second, of any."""

    def reach(self, shown: frozenset[Figure]) -> dict[Figure, set[int]]:
        """Hidden figure -> every value that it has in a year that fits what is shown."""
        fits = np.ones(len(self.years), bool)
        for figure in shown:
            fits &= self._fits(figure)
        for area in AREAS:
            halves = [Figure("half", area, half) for half in HALVES]
            if shown >= set(halves):
                fits &= self._count(Figure("all", area)) == sum(map(self.counted.count, halves))
        hidden = [figure for figure in self.counted.list_figures() if figure not in shown]
        return {figure: self._list_values(figure, fits, shown) for figure in hidden}

    def _fits(self, figure: Figure) -> NDArray[np.bool_]:
        if figure.axis == "half":
            return np.asarray(self._count(Figure("all", figure.area)) >= self.counted.count(figure))
        return np.asarray(self._count(figure) == self.counted.count(figure))

    def _count(self, figure: Figure) -> NDArray[np.int64]:
        which = (*AREAS, "").index(figure.area)
        counted: NDArray[np.int64] = self.years[:, self.counted.list_members(figure), which].sum(1)
        return counted

    def _list_values(self, figure: Figure, fits: NDArray[np.bool_], shown: frozenset[Figure]) -> set[int]:
        counted = self._count(figure)[fits]
        if figure.axis != "half":
            return set(counted.tolist())
        (other,) = (Figure("half", figure.area, half) for half in HALVES if half != figure.key)
        return set((counted - self.counted.count(other)).tolist()) if other in shown else set(range(counted.max() + 1))


def _list_ways(n: int) -> list[tuple[int, int, int]]:
    """Every way in which n municipalities may have told of two areas: of the first, the second, any."""
    return [(a, b, c) for a in range(n + 1) for b in range(n + 1) for c in range(max(a, b), min(n, a + b) + 1)]
