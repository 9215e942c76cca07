"""Who may take which problem, and the rows of an integer program that hold every limit of a demand.

Hours are counted in whole minutes, needs rounded up and supplies down, and match in whole ten-thousandths: whole
numbers are summed exactly, so no limit is passed by a rounding.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from kb.staffing.demand import BoolArray, Demand, FloatArray, IntArray
from kb.staffing.integer_program import Row

POINTS = 10_000
"""A match of 1."""
NOBODY = -1
_MINUTES = 60
_NOISE = 6
"""Decimals of a minute that are trusted: 0.1 + 0.2 hours are 18 minutes, not 18.000000000000004."""

Uncovered = Literal["no_match", "ruled_out", "no_capacity", "taken"]
"""Why nobody has a problem: none matches, those who would are ruled out by what the asker chose, none that matches has
room for it even alone, or others took the room."""


@dataclass(frozen=True, slots=True, eq=False)
class Choices:
    """The columns of the program: a 1 for each pair that is made, then for each engagement that follows.

    pairs : (expert, problem) that may be made; engagements : (expert, case) that they lead to; rows : the limits
    """

    demand: Demand
    pairs: tuple[tuple[int, int], ...]
    engagements: tuple[tuple[int, int], ...]
    rows: tuple[Row, ...]

    @property
    def n_columns(self) -> int:
        return len(self.pairs) + len(self.engagements)

    @property
    def match_points(self) -> IntArray:
        """int64 array (n_pairs,)."""
        return np.array([round(float(self.demand.match[pair]) * POINTS) for pair in self.pairs], np.int64)

    def find_engagement(self, pair: int) -> int:
        """The column of the engagement that a pair leads to."""
        expert, problem = self.pairs[pair]
        return len(self.pairs) + self.engagements.index((expert, int(self.demand.case_of[problem])))

    def write_columns(self, expert_of: IntArray) -> IntArray:
        """int64 array (n_columns,) of an assignment, an int64 array (n_problems,) with NOBODY for what nobody has."""
        engaged = {(int(e), int(c)) for e, c in zip(expert_of, self.demand.case_of, strict=True)}
        made = [int(expert_of[problem] == expert) for expert, problem in self.pairs]
        return np.array(made + [int(engagement in engaged) for engagement in self.engagements], np.int64)

    def read_columns(self, x: IntArray) -> IntArray:
        """The assignment of columns; what stands after the columns of the choices is not read."""
        expert_of = np.full(self.demand.n_problems, NOBODY, np.int64)
        for made, (expert, problem) in zip(x, self.pairs, strict=False):
            if made:
                expert_of[problem] = expert
        return expert_of


def find_choices(demand: Demand) -> Choices:
    """Every pair that could be made alone, by problem and expert, and the limits on making several."""
    usable = _find_matching(demand) & _find_roomy(demand)
    pairs = tuple((int(expert), int(problem)) for problem, expert in np.argwhere(usable.T))
    engagements = tuple(sorted({(expert, int(demand.case_of[problem])) for expert, problem in pairs}))
    choices = Choices(demand, pairs, engagements, ())
    return replace(choices, rows=tuple(_write_rows(choices)))


def tell_uncovered(demand: Demand, expert_of: IntArray) -> dict[int, Uncovered]:
    """problem -> why nobody has it, for those that nobody has."""
    matching = _find_matching(demand)
    roomy = matching & _find_roomy(demand)
    reasons: dict[int, Uncovered] = {}
    for problem in map(int, np.flatnonzero(expert_of == NOBODY)):
        if not matching[:, problem].any():
            reasons[problem] = "no_match"
        else:
            reasons[problem] = "taken" if roomy[:, problem].any() else "no_capacity"
    return reasons


def _find_matching(demand: Demand) -> BoolArray:
    """bool array (n_experts, n_problems): who matches well enough and may be asked."""
    good = (demand.match > 0) & (demand.match >= demand.floors[demand.case_of])
    return good & ~demand.forbidden[:, demand.case_of]


def _find_roomy(demand: Demand) -> BoolArray:
    """bool array (n_experts, n_problems): who has room for the problem when nothing else is taken."""
    roomy = np.ones(demand.match.shape, np.bool_)
    need = _minutes_needed(demand.hours)
    for hour_limit in demand.hour_limits:
        inside = np.isin(demand.case_of, hour_limit.cases)
        roomy &= ~inside | (need <= _minutes_given(hour_limit.hours)[:, np.newaxis])
    for case_limit in demand.case_limits:
        inside = np.isin(demand.case_of, case_limit.cases)
        roomy &= ~inside | (case_limit.n_cases >= 1)[:, np.newaxis]
    return roomy


def _write_rows(choices: Choices) -> Iterator[Row]:
    n_pairs = len(choices.pairs)
    for problem in range(choices.demand.n_problems):
        yield {i: 1 for i, pair in enumerate(choices.pairs) if pair[1] == problem}, 1
    for i in range(n_pairs):
        yield {i: 1, choices.find_engagement(i): -1}, 0
    for expert in range(choices.demand.n_experts):
        made = [(i, problem) for i, (e, problem) in enumerate(choices.pairs) if e == expert]
        engaged = [(n_pairs + j, case) for j, (e, case) in enumerate(choices.engagements) if e == expert]
        yield from _write_hour_rows(choices.demand, expert, made)
        yield from _write_case_rows(choices.demand, expert, engaged)


def _write_hour_rows(demand: Demand, expert: int, made: Sequence[tuple[int, int]]) -> Iterator[Row]:
    """The expert's limits of hours that could be passed, the tightest alone where several are on the same pairs.

    made : (column, problem) of the expert's pairs
    """
    need = _minutes_needed(demand.hours)
    tightest: dict[tuple[tuple[int, int], ...], int] = {}
    for limit in demand.hour_limits:
        inside = tuple(pair for pair in made if demand.case_of[pair[1]] in limit.cases)
        given = int(_minutes_given(limit.hours[expert]))
        tightest[inside] = min(given, tightest.get(inside, given))
    for inside, given in tightest.items():
        terms = {column: int(need[problem]) for column, problem in inside}
        if sum(terms.values()) > given:
            yield terms, given


def _write_case_rows(demand: Demand, expert: int, engaged: Sequence[tuple[int, int]]) -> Iterator[Row]:
    """The expert's limits of cases that could be passed. engaged : (column, case) of the expert's engagements."""
    for limit in demand.case_limits:
        inside = [column for column, case in engaged if case in limit.cases]
        if len(inside) > limit.n_cases[expert]:
            yield dict.fromkeys(inside, 1), int(limit.n_cases[expert])


def _minutes_needed(hours: FloatArray) -> IntArray:
    return np.ceil(np.round(hours * _MINUTES, _NOISE)).astype(np.int64)


def _minutes_given(hours: FloatArray) -> IntArray:
    return np.floor(np.round(hours * _MINUTES, _NOISE)).astype(np.int64)
