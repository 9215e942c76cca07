"""Who may take which problem, and the rows of an integer program that hold every limit of a demand.

Hours are counted in whole minutes, needs rounded up and supplies down, and match in whole ten-thousandths: whole
numbers are summed exactly, so no limit is passed by a rounding.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from kb.staffing.demand import BoolArray, Demand, FloatArray, IntArray, SharedLimit
from kb.staffing.integer_program import Row

POINTS = 10_000
"""A match of 1."""
NOBODY = -1
_MINUTES = 60
_NOISE = 6
"""Decimals of a minute that are trusted: 0.1 + 0.2 hours are 18 minutes, not 18.000000000000004."""

Uncovered = Literal["by_hand", "no_match", "ruled_out", "barred", "no_capacity", "quota", "taken"]
"""Why nobody has a problem: it was decided so, none matches, those who would are ruled out by what the asker chose or
may not be asked in the case, none that matches has room for it even alone, its county has had what it may, or others
took the room."""


@dataclass(frozen=True, slots=True, eq=False)
class Choices:
    """The columns of the program: a 1 for each pair that is made, for each engagement that follows, then for each case
    that is helped where a limit counts these.

    pairs : (expert, problem) that may be made; engagements : (expert, case) that they lead to
    helped : positions of the cases that are counted; rows : the limits
    follows : per pair, the columns that are 1 when it is made
    """

    demand: Demand
    pairs: tuple[tuple[int, int], ...]
    engagements: tuple[tuple[int, int], ...]
    helped: tuple[int, ...]
    follows: tuple[tuple[int, ...], ...]
    rows: tuple[Row, ...]

    @property
    def n_columns(self) -> int:
        return len(self.pairs) + len(self.engagements) + len(self.helped)

    @property
    def match_points(self) -> IntArray:
        """int64 array (n_pairs,)."""
        return np.array([round(float(self.demand.match[pair]) * POINTS) for pair in self.pairs], np.int64)

    def pairs_by_case(self) -> Mapping[int, list[int]]:
        """case -> the columns of its pairs, none for a case without any."""
        found: dict[int, list[int]] = defaultdict(list)
        for column, (_, problem) in enumerate(self.pairs):
            found[int(self.demand.case_of[problem])].append(column)
        return found

    def write_columns(self, expert_of: IntArray) -> IntArray:
        """int64 array (n_columns,) of an assignment, an int64 array (n_problems,) with NOBODY for what nobody has."""
        x = np.zeros(self.n_columns, np.int64)
        for column, (expert, problem) in enumerate(self.pairs):
            if expert_of[problem] == expert:
                x[[column, *self.follows[column]]] = 1
        return x

    def read_columns(self, x: IntArray) -> IntArray:
        """The assignment of columns; what stands after the columns of the choices is not read."""
        expert_of = np.full(self.demand.n_problems, NOBODY, np.int64)
        for made, (expert, problem) in zip(x, self.pairs, strict=False):
            if made:
                expert_of[problem] = expert
        return expert_of


def find_choices(demand: Demand) -> Choices:
    """Every pair that could be made alone, by problem and expert, and the limits on making several."""
    usable = _find_matching(demand) & ~demand.forbidden[:, demand.case_of] & _find_roomy(demand)
    pairs = tuple((int(expert), int(problem)) for problem, expert in np.argwhere(usable.T))
    cases = [int(demand.case_of[problem]) for _, problem in pairs]
    engagements = tuple(sorted({(expert, case) for (expert, _), case in zip(pairs, cases, strict=True)}))
    counted = {case for limit in demand.shared_limits if limit.n_cases is not None for case in limit.cases}
    helped = tuple(sorted(counted & set(cases)))
    column_of: dict[object, int] = {key: len(pairs) + i for i, key in enumerate((*engagements, *helped))}
    follows = tuple(
        tuple(column_of[key] for key in ((expert, case), case) if key in column_of)
        for (expert, _), case in zip(pairs, cases, strict=True)
    )
    rows = _write_rows(demand, pairs, follows, column_of)
    return Choices(demand, pairs, engagements, helped, follows, tuple(rows))


def tell_uncovered(demand: Demand, expert_of: IntArray) -> dict[int, Uncovered]:
    """problem -> why nobody has it, for those that nobody has."""
    matching = _find_matching(demand)
    allowed = matching & ~demand.forbidden[:, demand.case_of]
    roomy = allowed & _find_roomy(demand)
    reasons: dict[int, Uncovered] = {}
    for problem in map(int, np.flatnonzero(expert_of == NOBODY)):
        if not matching[:, problem].any():
            reasons[problem] = "no_match"
        elif not allowed[:, problem].any():
            reasons[problem] = "barred"
        elif not roomy[:, problem].any():
            reasons[problem] = "no_capacity"
        else:
            reasons[problem] = "quota" if _is_over_quota(demand, expert_of, problem) else "taken"
    return reasons


def minutes_needed(hours: FloatArray) -> IntArray:
    """Whole minutes of what problems take, rounded up."""
    return np.ceil(np.round(hours * _MINUTES, _NOISE)).astype(np.int64)


def minutes_given(hours: FloatArray) -> IntArray:
    """Whole minutes of what experts have, rounded down."""
    return np.floor(np.round(hours * _MINUTES, _NOISE)).astype(np.int64)


def _is_over_quota(demand: Demand, expert_of: IntArray, problem: int) -> bool:
    """Whether one more problem passes what the cases of its county may be given."""
    case, need = int(demand.case_of[problem]), minutes_needed(demand.hours)
    taken = expert_of != NOBODY
    for limit in demand.shared_limits:
        if case in limit.cases:
            inside = taken & np.isin(demand.case_of, limit.cases)
            if limit.hours is not None and need[inside].sum() + need[problem] > _whole_minutes(limit.hours):
                return True
            if limit.n_cases is not None and len({*demand.case_of[inside], case}) > limit.n_cases:
                return True
    return False


def _find_matching(demand: Demand) -> BoolArray:
    """bool array (n_experts, n_problems): who matches well enough."""
    return (demand.match > 0) & (demand.match >= demand.floors[demand.case_of])


def _find_roomy(demand: Demand) -> BoolArray:
    """bool array (n_experts, n_problems): who has room for the problem when nothing else is taken."""
    roomy = np.ones(demand.match.shape, np.bool_)
    need = minutes_needed(demand.hours)
    for hour_limit in demand.hour_limits:
        inside = np.isin(demand.case_of, hour_limit.cases)
        roomy &= ~inside | (need <= minutes_given(hour_limit.hours)[:, np.newaxis])
    for case_limit in demand.case_limits:
        inside = np.isin(demand.case_of, case_limit.cases)
        roomy &= ~inside | (case_limit.n_cases >= 1)[:, np.newaxis]
    return roomy


def _write_rows(
    demand: Demand,
    pairs: Sequence[tuple[int, int]],
    follows: Sequence[tuple[int, ...]],
    column_of: Mapping[object, int],
) -> Iterator[Row]:
    by_problem: dict[int, list[int]] = defaultdict(list)
    by_expert: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for column, (expert, problem) in enumerate(pairs):
        by_problem[problem].append(column)
        by_expert[expert].append((column, problem))
    for problem in range(demand.n_problems):
        yield dict.fromkeys(by_problem[problem], 1), 1
    for column, followers in enumerate(follows):
        for follower in followers:
            yield {column: 1, follower: -1}, 0
    for expert in range(demand.n_experts):
        cases = {int(demand.case_of[problem]) for _, problem in by_expert[expert]}
        yield from _write_hour_rows(demand, expert, by_expert[expert])
        yield from _write_case_rows(demand, expert, {case: column_of[expert, case] for case in cases})
    for limit in demand.shared_limits:
        yield from _write_shared_rows(demand, limit, pairs, column_of)


def _write_hour_rows(demand: Demand, expert: int, made: Sequence[tuple[int, int]]) -> Iterator[Row]:
    """The expert's limits of hours that could be passed, the tightest alone where several are on the same pairs.

    made : (column, problem) of the expert's pairs
    """
    need = minutes_needed(demand.hours)
    tightest: dict[tuple[tuple[int, int], ...], int] = {}
    for limit in demand.hour_limits:
        cases = frozenset(limit.cases)
        inside = tuple(pair for pair in made if int(demand.case_of[pair[1]]) in cases)
        given = int(minutes_given(limit.hours[expert]))
        tightest[inside] = min(given, tightest.get(inside, given))
    for inside, given in tightest.items():
        terms = {column: int(need[problem]) for column, problem in inside}
        if sum(terms.values()) > given:
            yield terms, given


def _write_case_rows(demand: Demand, expert: int, engaged: Mapping[int, int]) -> Iterator[Row]:
    """The expert's limits of cases that could be passed. engaged : case -> column of the expert's engagement."""
    for limit in demand.case_limits:
        inside = [engaged[case] for case in limit.cases if case in engaged]
        if len(inside) > limit.n_cases[expert]:
            yield dict.fromkeys(inside, 1), int(limit.n_cases[expert])


def _write_shared_rows(
    demand: Demand, limit: SharedLimit, pairs: Sequence[tuple[int, int]], column_of: Mapping[object, int]
) -> Iterator[Row]:
    """What the cases may be given together, where it could be passed."""
    cases, need = frozenset(limit.cases), minutes_needed(demand.hours)
    if limit.hours is not None:
        inside = {i: int(need[p]) for i, (_, p) in enumerate(pairs) if int(demand.case_of[p]) in cases}
        yield inside, _whole_minutes(limit.hours)
    if limit.n_cases is not None:
        yield {column_of[case]: 1 for case in limit.cases if case in column_of}, limit.n_cases


def _whole_minutes(hours: float) -> int:
    return int(minutes_given(np.array(hours)))
