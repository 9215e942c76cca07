"""Matched problems as a matrix, which teams and allocations are worked out from."""

from collections.abc import Callable, Sequence

import numpy as np

from kb.documents import Expert
from kb.matching.experts import ExpertMatch
from kb.matching.match import ProblemMatch
from kb.staffing.demand import FloatArray


def list_candidates(problems: Sequence[ProblemMatch]) -> tuple[Expert, ...]:
    """Everyone that may be given any of the problems, by slug: the rows of their matrix."""
    found = {match.hit.document.slug: match.hit.document for problem in problems for match in problem.experts.good}
    return tuple(expert for _, expert in sorted(found.items()))


def make_matrix(problems: Sequence[ProblemMatch], experts: Sequence[Expert]) -> FloatArray:
    """float array (n_experts, n_problems) in [0, 1]: 0 where an expert may not be given the problem."""
    return _tabulate(problems, experts, lambda match: match.support.match)


def make_field_matrix(problems: Sequence[ProblemMatch], experts: Sequence[Expert]) -> FloatArray:
    """float array (n_experts, n_problems): 1 where the problem is the main field of an expert that may be given it."""
    return _tabulate(problems, experts, lambda match: float(match.field_place == 0))


def _tabulate(
    problems: Sequence[ProblemMatch], experts: Sequence[Expert], read: Callable[[ExpertMatch], float]
) -> FloatArray:
    matrix = np.zeros((len(experts), len(problems)))
    row_of = {expert.slug: row for row, expert in enumerate(experts)}
    for column, problem in enumerate(problems):
        for match in problem.experts.good:
            matrix[row_of[match.hit.document.slug], column] = read(match)
    return matrix
