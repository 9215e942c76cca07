"""Which cases get something at all: the first goals of an allocation, by a program of its own that is much smaller.

Whoever is to help a case can do it by the problem that takes the least time of those that it may take there, so that an
expert and a case are one choice, however many the problems. What is reached here the whole program can reach too.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from kb.staffing.assignment import NOBODY, Choices, find_choices
from kb.staffing.demand import Demand, IntArray
from kb.staffing.integer_program import Goal, Row, Stage, make_program, solve_in_order
from kb.staffing.parts import list_parts


@dataclass(frozen=True, slots=True, eq=False)
class ServedCases:
    """expert_of : int64 array (n_problems,), NOBODY for what nobody has; one problem of each case that is served

    stages : `wanted by hand` where something is, `cases with something` and `their priority`
    """

    expert_of: IntArray
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class _Worth:
    """What a case counts that is served, beside its priority, and what it counts more by whom it is wanted to be.

    Each is more than all that comes after it can be together.
    """

    wanted: int
    served: int


def find_served(choices: Choices, priorities: IntArray, start: IntArray, time_limit_s: float) -> ServedCases:
    """As many cases as possible, those by whom is wanted first; those that must go without are of the lowest priority.

    start : an assignment that the choices allow, int64 array (n_problems,)
    """
    easiest = _find_easiest(choices)
    small = find_choices(_keep(choices.demand, easiest))
    worth = _weigh_goals(priorities)
    weights = np.zeros(small.n_columns, np.int64)
    weights[: len(small.pairs)] = [_weigh(small.demand, pair, priorities, worth) for pair in small.pairs]
    program = make_program([*small.rows, *_write_case_rows(small)], np.ones(small.n_columns, np.int64))
    first = small.write_columns(_reduce(start, choices.demand, easiest))
    parts = list_parts(small, small.n_columns)
    solution = solve_in_order(program, (Goal("served", weights),), first, time_limit_s, parts)
    expert_of, (stage,) = small.read_columns(solution.x), solution.stages
    return ServedCases(expert_of, tuple(_tell(small.demand, priorities, expert_of, worth, round(stage.bound))))


def _find_easiest(choices: Choices) -> dict[tuple[int, int], int]:
    """(expert, case) -> the problem of the case that takes the least of the expert."""
    demand, easiest = choices.demand, dict[tuple[int, int], int]()
    for expert, problem in choices.pairs:
        known = easiest.setdefault((expert, int(demand.case_of[problem])), problem)
        if demand.hours[problem] < demand.hours[known]:
            easiest[expert, int(demand.case_of[problem])] = problem
    return easiest


def _keep(demand: Demand, easiest: dict[tuple[int, int], int]) -> Demand:
    """The demand with no other choices than these."""
    match = np.zeros_like(demand.match)
    for (expert, _), problem in easiest.items():
        match[expert, problem] = demand.match[expert, problem]
    return replace(demand, match=match)


def _weigh_goals(priorities: IntArray) -> _Worth:
    served = int(priorities.sum()) + 1
    return _Worth(wanted=served * (len(priorities) + 1), served=served)


def _weigh(demand: Demand, pair: tuple[int, int], priorities: IntArray, worth: _Worth) -> int:
    expert, case = pair[0], int(demand.case_of[pair[1]])
    return worth.wanted * ((expert, case) in demand.wanted) + worth.served + int(priorities[case])


def _write_case_rows(choices: Choices) -> Iterator[Row]:
    """One is enough for a case."""
    for columns in choices.pairs_by_case().values():
        yield dict.fromkeys(columns, 1), 1


def _reduce(expert_of: IntArray, demand: Demand, easiest: dict[tuple[int, int], int]) -> IntArray:
    """The assignment with one problem of each case, the easiest of an expert that has the case, the wanted first."""
    engaged = {(int(e), int(c)) for e, c in zip(expert_of, demand.case_of, strict=True) if e != NOBODY}
    reduced, done = np.full_like(expert_of, NOBODY), set[int]()
    for expert, case in sorted(engaged, key=lambda pair: (pair not in demand.wanted, pair)):
        if case not in done:
            reduced[easiest[expert, case]] = expert
            done.add(case)
    return reduced


def _tell(demand: Demand, priorities: IntArray, expert_of: IntArray, worth: _Worth, bound: int) -> Iterator[Stage]:
    """What was reached for each goal, and what nothing can pass: read from the bound of them all together."""
    held = np.flatnonzero(expert_of != NOBODY)
    cases = [int(case) for case in demand.case_of[held]]
    wanted = set(demand.wanted)
    n_kept = len(wanted & set(zip(expert_of[held].tolist(), cases, strict=True)))
    n_served, priority = len(cases), int(priorities[cases].sum())
    most = bound // worth.wanted if wanted else 0
    if wanted:
        yield _make_stage("wanted by hand", n_kept, min(most, len(wanted)))
    left = bound - worth.wanted * n_kept
    yield _make_stage("cases with something", n_served, min(left // worth.served, demand.n_cases))
    yield _make_stage("their priority", priority, min(left - worth.served * n_served, int(priorities.sum())))


def _make_stage(goal: str, reached: int, bound: int) -> Stage:
    return Stage(goal, float(reached), float(bound), (bound - reached) / max(reached, 1))
