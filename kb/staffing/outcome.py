"""What an allocation is worth to the cases: the figures that the optimal and the greedy one are compared by."""

from dataclasses import dataclass

import numpy as np

from kb.staffing.assignment import NOBODY
from kb.staffing.demand import Demand, FloatArray, IntArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Who got what. Experts, problems and cases are named by their positions in the demand.

    expert_of : one entry per problem, None where nobody has it
    quality : per case, the mean match over its problems in [0, 1]; a problem that nobody has counts as 0
    total : sum over problems of match times the case's priority
    worst : the lowest quality of a case that got something, None when none did
    n_with_nothing : cases that got nobody for any problem
    n_covered : problems that somebody has
    """

    expert_of: tuple[int | None, ...]
    quality: tuple[float, ...]
    total: float
    worst: float | None
    n_with_nothing: int
    n_covered: int


def measure_outcome(demand: Demand, priorities: IntArray, expert_of: IntArray) -> Outcome:
    """The outcome of an assignment, an int array (n_problems,) with NOBODY for what nobody has."""
    match = _match_of(demand, expert_of)
    sums = np.bincount(demand.case_of, weights=match, minlength=demand.n_cases)
    quality = sums / np.maximum(demand.problems_per_case, 1)
    served = np.bincount(demand.case_of[expert_of != NOBODY], minlength=demand.n_cases) > 0
    return Outcome(
        expert_of=tuple(None if expert == NOBODY else int(expert) for expert in expert_of),
        quality=tuple(map(float, quality)),
        total=float((match * priorities[demand.case_of]).sum()),
        worst=float(quality[served].min()) if served.any() else None,
        n_with_nothing=int((~served).sum()),
        n_covered=int((expert_of != NOBODY).sum()),
    )


def _match_of(demand: Demand, expert_of: IntArray) -> FloatArray:
    """float array (n_problems,): the match of each problem's expert, 0 where nobody has it."""
    match = np.zeros(demand.n_problems)
    held = np.flatnonzero(expert_of != NOBODY)
    match[held] = demand.match[expert_of[held], held]
    return match
