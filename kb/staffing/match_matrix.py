"""Matched problems as a matrix, which teams and allocations are worked out from."""

from collections.abc import Sequence

import numpy as np

from kb.documents import Expert
from kb.matching.match import ProblemMatch
from kb.staffing.demand import FloatArray


def list_candidates(problems: Sequence[ProblemMatch]) -> tuple[Expert, ...]:
    """Everyone that may be asked and matches any of the problems, by slug: the rows of their matrix."""
    found = {match.hit.document.slug: match.hit.document for problem in problems for match in problem.experts.everyone}
    return tuple(expert for _, expert in sorted(found.items()))


def make_matrix(problems: Sequence[ProblemMatch], experts: Sequence[Expert]) -> FloatArray:
    """float array (n_experts, n_problems) in [0, 1]: 0 where an expert may not be asked or does not match."""
    matrix = np.zeros((len(experts), len(problems)))
    row_of = {expert.slug: row for row, expert in enumerate(experts)}
    for column, problem in enumerate(problems):
        for match in problem.experts.everyone:
            matrix[row_of[match.hit.document.slug], column] = match.support.match
    return matrix
