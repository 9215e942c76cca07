"""The integer program of an allocation: what a team's has, and columns for who gets something and how well at worst."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from kb.staffing.assignment import NOBODY, POINTS, Choices
from kb.staffing.demand import IntArray
from kb.staffing.integer_program import Goal, Program, Row, hold, make_program


@dataclass(frozen=True, slots=True, eq=False)
class AllocationProgram:
    """The columns of the choices, then a 1 for each case that gets something, for each wanted engagement that is kept,
    and last the worst quality in points.

    priorities : int64 array (n_cases,), at least 1; worst_first : whether the worst case comes before the total
    """

    choices: Choices
    priorities: IntArray
    worst_first: bool

    @property
    def n_columns(self) -> int:
        return self.choices.n_columns + len(self.priorities) + len(self._wanted) + 1

    @property
    def weights(self) -> IntArray:
        """int64 array (n_pairs,): points of match times priority."""
        problems = np.array([problem for _, problem in self.choices.pairs], np.int64)
        return self.choices.match_points * self.priorities[self.choices.demand.case_of[problems]]

    @property
    def settled(self) -> tuple[Goal, ...]:
        """The goals that are settled before this program is solved, in their order: as `find_served` tells of them."""
        n_wanted = len(self._wanted)
        kept = Goal("wanted by hand", self._weigh(kept=np.ones(n_wanted, np.int64)))
        return (
            *([kept] if n_wanted else []),
            Goal("cases with something", self._weigh(served=np.ones_like(self.priorities))),
            Goal("their priority", self._weigh(served=self.priorities)),
        )

    @property
    def goals(self) -> tuple[Goal, ...]:
        """The others, in their order."""
        worst = Goal("worst quality", self._weigh(worst=1), POINTS)
        total = Goal("total match", self._weigh(pairs=self.weights), POINTS, at_most=self._sum_best())
        return (*([worst] if self.worst_first else []), total)

    def make_program(self, reached: IntArray) -> Program:
        """reached : an assignment, whose answers to the settled goals every other must come up to"""
        rows = [
            *self.choices.rows,
            *self._write_served_rows(),
            *self._write_kept_rows(),
            *(self._write_worst_rows() if self.worst_first else ()),
        ]
        n_ones = self.choices.n_columns + len(self.priorities) + len(self._wanted)
        program = make_program(rows, np.append(np.ones(n_ones, np.int64), POINTS))
        x = self.write_columns(reached)
        for goal in self.settled:
            program = hold(program, goal.weights, int(goal.weights @ x))
        return program

    def choose_best(self, assignments: Sequence[IntArray]) -> IntArray:
        """The one that reaches most of the goals in their order; the first of those that are equal."""
        goals = (*self.settled, *self.goals)
        columns = [self.write_columns(expert_of) for expert_of in assignments]
        return assignments[max(range(len(columns)), key=lambda i: [int(goal.weights @ columns[i]) for goal in goals])]

    def write_columns(self, expert_of: IntArray) -> IntArray:
        """The columns of an assignment, an int64 array (n_problems,) with NOBODY for what nobody has."""
        x, demand = self.choices.write_columns(expert_of), self.choices.demand
        served = np.bincount(demand.case_of[expert_of != NOBODY], minlength=demand.n_cases) > 0
        made = x[: len(self.choices.pairs)] * self.choices.match_points
        own = self.choices.pairs_by_case()
        cases = map(int, np.flatnonzero(served))
        quality = [int(made[own[case]].sum()) // int(demand.problems_per_case[case]) for case in cases]
        engaged = set(zip(expert_of.tolist(), demand.case_of.tolist(), strict=True))
        kept = [int(pair in engaged) for pair in self._wanted]
        return np.concatenate([x, served.astype(np.int64), np.array([*kept, min(quality, default=0)], np.int64)])

    def _sum_best(self) -> int:
        """What the total would be if each problem had whoever matches it best: known at once, however large all is."""
        best = np.zeros(self.choices.demand.n_problems, np.int64)
        problems = np.array([problem for _, problem in self.choices.pairs], np.int64)
        np.maximum.at(best, problems, self.weights)
        return int(best.sum())

    @property
    def _wanted(self) -> tuple[tuple[int, int], ...]:
        """Those of the demand, each once."""
        return tuple(dict.fromkeys(self.choices.demand.wanted))

    def _weigh(
        self,
        pairs: IntArray | None = None,
        served: IntArray | None = None,
        kept: IntArray | None = None,
        worst: int = 0,
    ) -> IntArray:
        n_pairs = len(self.choices.pairs)
        followers = np.zeros(self.choices.n_columns - n_pairs, np.int64)
        pairs = np.zeros(n_pairs, np.int64) if pairs is None else pairs
        served = np.zeros_like(self.priorities) if served is None else served
        kept = np.zeros(len(self._wanted), np.int64) if kept is None else kept
        return np.concatenate([pairs, followers, served, kept, [worst]])

    def _write_served_rows(self) -> Iterator[Row]:
        """A case gets something only if a pair of it is made."""
        own = self.choices.pairs_by_case()
        for case in range(len(self.priorities)):
            yield {**dict.fromkeys(own.get(case, ()), -1), self._served(case): 1}, 0

    def _write_kept_rows(self) -> Iterator[Row]:
        """A wanted engagement is kept only if a pair of it is made."""
        demand, first = self.choices.demand, self._served(len(self.priorities))
        for place, (expert, case) in enumerate(self._wanted):
            made = [i for i, (e, p) in enumerate(self.choices.pairs) if e == expert and demand.case_of[p] == case]
            yield {**dict.fromkeys(made, -1), first + place: 1}, 0

    def _write_worst_rows(self) -> Iterator[Row]:
        """The worst quality is at most that of each case that gets something, and 0 when none does."""
        worst, points = self._served(len(self.priorities)) + len(self._wanted), self.choices.match_points
        yield {worst: 1, **{self._served(case): -POINTS for case in range(len(self.priorities))}}, 0
        own = self.choices.pairs_by_case()
        for case, size in enumerate(map(int, self.choices.demand.problems_per_case)):
            terms = {pair: -int(points[pair]) for pair in own.get(case, ())}
            yield {**terms, worst: size, self._served(case): POINTS * size}, POINTS * size

    def _served(self, case: int) -> int:
        return self.choices.n_columns + case
