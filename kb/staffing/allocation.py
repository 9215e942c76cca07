"""Experts allocated to the problems of many cases at once, exactly, within quotas and conflicts.

The goals in their order: as few cases as possible get nothing; those that must go without are the ones of lowest
priority; if it is asked for, the worst served case is served as well as possible; the total of match times priority is
as large as possible. docs/decisions tells why.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from kb.staffing.allocation_program import AllocationProgram
from kb.staffing.assignment import Uncovered, find_choices, tell_uncovered
from kb.staffing.demand import Demand, IntArray
from kb.staffing.greedy import assign_greedily
from kb.staffing.integer_program import Stage, solve_in_order
from kb.staffing.outcome import Outcome, measure_outcome

TIME_LIMIT_S = 10.0


@dataclass(frozen=True, slots=True)
class Allocation:
    """The best outcome, beside the greedy one on the same numbers.

    uncovered : problem -> why nobody has it in the best outcome
    stages : `cases with something`, `their priority`, perhaps `worst quality`, and `total match`, each with the bound
        that was proved
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
    demand: Demand, priorities: ArrayLike, *, worst_first: bool = False, time_limit_s: float = TIME_LIMIT_S
) -> Allocation:
    """The allocation for a demand.

    Parameters
    ----------
    priorities : (n_cases,), whole numbers of at least 1; a match counts this many times
    worst_first : lift the worst served case before the total
    time_limit_s : for all goals together

    Raises
    ------
    ValueError : a priority that is not a whole number of at least 1, or not one per case
    """
    weights = _check_priorities(demand, priorities)
    choices = find_choices(demand)
    program = AllocationProgram(choices, weights, worst_first)
    greedy = assign_greedily(choices, program.weights)
    solution = solve_in_order(program.make_program(), program.goals, program.write_columns(greedy), time_limit_s)
    best = choices.read_columns(solution.x)
    return Allocation(
        measure_outcome(demand, weights, best),
        measure_outcome(demand, weights, greedy),
        tell_uncovered(demand, best),
        solution.stages,
    )


def _check_priorities(demand: Demand, priorities: ArrayLike) -> IntArray:
    values = np.asarray(priorities, np.float64)
    if values.shape != (demand.n_cases,):
        raise ValueError(f"priorities has shape {values.shape}; give one for each of the {demand.n_cases} cases")
    wrong = values[~((values >= 1) & (values == np.rint(values)) & np.isfinite(values))]
    if wrong.size:
        raise ValueError(f"priorities holds {wrong[0]}; every value must be a whole number of at least 1")
    return values.astype(np.int64)
