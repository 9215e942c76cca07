"""The integer program of an allocation: what a team's has, and columns for who gets something and how well at worst."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from kb.staffing.assignment import NOBODY, POINTS, Choices
from kb.staffing.demand import IntArray
from kb.staffing.integer_program import Goal, Program, Row, make_program


@dataclass(frozen=True, slots=True, eq=False)
class AllocationProgram:
    """The columns of the choices, then a 1 for each case that gets something, then the worst quality in points.

    priorities : int64 array (n_cases,), at least 1; worst_first : whether the worst case comes before the total
    """

    choices: Choices
    priorities: IntArray
    worst_first: bool

    @property
    def weights(self) -> IntArray:
        """int64 array (n_pairs,): points of match times priority."""
        problems = np.array([problem for _, problem in self.choices.pairs], np.int64)
        return self.choices.match_points * self.priorities[self.choices.demand.case_of[problems]]

    @property
    def goals(self) -> tuple[Goal, ...]:
        """In their order."""
        worst = Goal("worst quality", self._weigh(worst=1), POINTS)
        return (
            Goal("cases with something", self._weigh(served=np.ones_like(self.priorities))),
            Goal("their priority", self._weigh(served=self.priorities)),
            *([worst] if self.worst_first else []),
            Goal("total match", self._weigh(pairs=self.weights), POINTS),
        )

    def make_program(self) -> Program:
        rows = [*self.choices.rows, *self._write_served_rows(), *(self._write_worst_rows() if self.worst_first else ())]
        n_ones = self.choices.n_columns + len(self.priorities)
        return make_program(rows, np.append(np.ones(n_ones, np.int64), POINTS))

    def write_columns(self, expert_of: IntArray) -> IntArray:
        """The columns of an assignment, an int64 array (n_problems,) with NOBODY for what nobody has."""
        x, demand = self.choices.write_columns(expert_of), self.choices.demand
        served = np.bincount(demand.case_of[expert_of != NOBODY], minlength=demand.n_cases) > 0
        made = x[: len(self.choices.pairs)] * self.choices.match_points
        sums = [int(made[self._pairs_of(case)].sum()) for case in range(demand.n_cases)]
        quality = [sums[case] // int(demand.problems_per_case[case]) for case in map(int, np.flatnonzero(served))]
        return np.concatenate([x, served.astype(np.int64), [min(quality, default=0)]])

    def _weigh(self, pairs: IntArray | None = None, served: IntArray | None = None, worst: int = 0) -> IntArray:
        engagements = np.zeros(len(self.choices.engagements), np.int64)
        pairs = np.zeros(len(self.choices.pairs), np.int64) if pairs is None else pairs
        served = np.zeros_like(self.priorities) if served is None else served
        return np.concatenate([pairs, engagements, served, [worst]])

    def _write_served_rows(self) -> Iterator[Row]:
        """A case gets something only if a pair of it is made."""
        for case in range(len(self.priorities)):
            yield {**dict.fromkeys(self._pairs_of(case), -1), self._served(case): 1}, 0

    def _write_worst_rows(self) -> Iterator[Row]:
        """The worst quality is at most that of each case that gets something, and 0 when none does."""
        worst, points = self._served(len(self.priorities)), self.choices.match_points
        yield {worst: 1, **{self._served(case): -POINTS for case in range(len(self.priorities))}}, 0
        for case, size in enumerate(map(int, self.choices.demand.problems_per_case)):
            terms = {pair: -int(points[pair]) for pair in self._pairs_of(case)}
            yield {**terms, worst: size, self._served(case): POINTS * size}, POINTS * size

    def _served(self, case: int) -> int:
        return self.choices.n_columns + case

    def _pairs_of(self, case: int) -> list[int]:
        case_of = self.choices.demand.case_of
        return [i for i, (_, problem) in enumerate(self.choices.pairs) if case_of[problem] == case]
