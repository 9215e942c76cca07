"""A program too large to be settled at once, bettered part by part: the choices of a few experts at a time."""

from collections.abc import Iterator

import numpy as np

from kb.staffing.assignment import Choices
from kb.staffing.demand import IntArray

EXPERTS_OF_PART = 6
"""Whose problems are dealt anew at a time: some hundred pairs, settled in a tenth of a second.

Of 3, 5, 8 and 12 that were tried over 300 cases and 150 experts, 5 and 8 bettered most in four seconds.
"""


def list_parts(choices: Choices, n_columns: int) -> Iterator[IntArray]:
    """Columns to deal anew, without end: those of some experts who may take the same problems, and all that follow.

    n_columns : of the program, whose first ones are the choices'. Drawn from one seed: the same choices, the same parts
    """
    random, n_experts = np.random.default_rng(0), choices.demand.n_experts
    expert_of = np.array([expert for expert, _ in (*choices.pairs, *choices.engagements)], np.int64)
    follow = np.arange(len(expert_of), n_columns)
    shared = _count_shared(choices)
    while choices.pairs:
        near = shared[random.integers(n_experts)] * random.random(n_experts)
        experts = np.argsort(-near, kind="stable")[:EXPERTS_OF_PART]
        yield np.concatenate([np.flatnonzero(np.isin(expert_of, experts)), follow])


def _count_shared(choices: Choices) -> IntArray:
    """int64 array (n_experts, n_experts): how many problems both may take."""
    takes = np.zeros((choices.demand.n_experts, choices.demand.n_problems), np.int64)
    for expert, problem in choices.pairs:
        takes[expert, problem] = 1
    return takes @ takes.T
