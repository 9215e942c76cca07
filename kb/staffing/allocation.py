"""Experts allocated to the problems of many cases at once, exactly, within quotas and conflicts.

The goals in their order: what is wanted by hand is kept, where anything is; as few cases as possible get nothing; those
that must go without are the ones of lowest priority; if it is asked for, the worst served case is served as well as
possible; the total of match times priority is as large as possible. docs/decisions tells why.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from kb.staffing.allocation_program import AllocationProgram
from kb.staffing.assignment import NOBODY, Uncovered, find_choices, tell_uncovered
from kb.staffing.demand import Demand, IntArray
from kb.staffing.greedy import assign_greedily
from kb.staffing.integer_program import Goal, Stage, solve_in_order
from kb.staffing.outcome import Outcome, measure_outcome
from kb.staffing.parts import list_parts
from kb.staffing.served_cases import find_served
from kb.staffing.total_bound import bound_total

TIME_LIMIT_S = 10.0
RESERVE_SHARE, RESERVE_S = 0.1, 0.75
"""Of the time, and in seconds, at most: the solver looks at its limit seldom when it has to wait for a core."""
SERVED_SHARE = 0.4
"""Of the time, at most, for who gets something at all."""


@dataclass(frozen=True, slots=True)
class Allocation:
    """The best outcome, beside the greedy one on the same numbers.

    uncovered : problem -> why nobody has it in the best outcome
    stages : `wanted by hand` where something is, `cases with something`, `their priority`, perhaps `worst quality`,
        and `total match`, each with the bound that was proved
    """

    best: Outcome
    greedy: Outcome
    uncovered: Mapping[int, Uncovered]
    stages: tuple[Stage, ...]

    @property
    def is_proved(self) -> bool:
        """Whether no better allocation exists; False when time ran out, then the stages tell how far off it may be."""
        return all(stage.is_proved for stage in self.stages)


def allocate(
    demand: Demand,
    priorities: ArrayLike,
    *,
    worst_first: bool = False,
    time_limit_s: float = TIME_LIMIT_S,
    start: Sequence[int | None] | None = None,
) -> Allocation:
    """The allocation for a demand.

    Parameters
    ----------
    priorities : (n_cases,), whole numbers of at least 1; a match counts this many times
    worst_first : lift the worst served case before the total
    time_limit_s : for all goals together
    start : the expert of each problem in an allocation that breaks nothing: what is found is at least as good

    Raises
    ------
    ValueError : a start that breaks something; a priority that is not a whole number of at least 1, or not one per case
    """
    weights = _check_priorities(demand, priorities)
    time_limit_s -= min(RESERVE_SHARE * time_limit_s, RESERVE_S)
    deadline = time.monotonic() + time_limit_s
    choices = find_choices(demand)
    program = AllocationProgram(choices, weights, worst_first)
    greedy = assign_greedily(choices, program.weights)
    starts = [greedy, *([] if start is None else [_number(start)])]
    served = find_served(choices, weights, program.choose_best(starts), SERVED_SHARE * time_limit_s)
    starts.append(assign_greedily(choices, program.weights, served.expert_of))
    first = program.choose_best(starts)
    columns, parts = program.write_columns(first), list_parts(choices, program.n_columns)
    goals = _bound_last(program, columns)
    left_s = deadline - time.monotonic()
    solution = solve_in_order(program.make_program(first), goals, columns, left_s, parts)
    best = choices.read_columns(solution.x)
    return Allocation(
        measure_outcome(demand, weights, best),
        measure_outcome(demand, weights, greedy),
        tell_uncovered(demand, best),
        (*served.stages, *solution.stages),
    )


def _bound_last(program: AllocationProgram, columns: IntArray) -> tuple[Goal, ...]:
    """The goals of the program; of the total it is told what it cannot pass, which the solver may have no time for."""
    *before, total = program.goals
    bound = bound_total(program.choices, program.weights, int(total.weights @ columns))
    return (*before, replace(total, at_most=bound if total.at_most is None else min(total.at_most, bound)))


def _number(expert_of: Sequence[int | None]) -> IntArray:
    return np.array([NOBODY if expert is None else expert for expert in expert_of], np.int64)


def _check_priorities(demand: Demand, priorities: ArrayLike) -> IntArray:
    values = np.asarray(priorities, np.float64)
    if values.shape != (demand.n_cases,):
        raise ValueError(f"priorities has shape {values.shape}; give one for each of the {demand.n_cases} cases")
    wrong = values[~((values >= 1) & (values == np.rint(values)) & np.isfinite(values))]
    if wrong.size:
        raise ValueError(f"priorities holds {wrong[0]}; every value must be a whole number of at least 1")
    return values.astype(np.int64)
