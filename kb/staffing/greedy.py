"""An assignment as it is made by hand, best pair first: the plain baseline beside the optimal one, and its start."""

from collections.abc import Iterable

import numpy as np

from kb.staffing.assignment import NOBODY, Choices
from kb.staffing.demand import IntArray
from kb.staffing.integer_program import Program, make_program


def assign_greedily(choices: Choices, weights: IntArray) -> IntArray:
    """The heaviest pair that breaks no limit, again and again: first for cases that have nothing, then for the rest.

    weights : int array (n_pairs,); ties by problem, then expert

    Returns
    -------
    int64 array (n_problems,): the expert of each problem, NOBODY where none was found
    """
    program = make_program(choices.rows, np.ones(choices.n_columns, np.int64))
    order = [int(pair) for pair in np.argsort(-weights, kind="stable")]
    x = np.zeros(choices.n_columns, np.int64)
    x = _add_pairs(choices, program, order, x, one_per_case=True)
    x = _add_pairs(choices, program, order, x, one_per_case=False)
    return choices.read_columns(x)


def _add_pairs(
    choices: Choices, program: Program, order: Iterable[int], x: IntArray, *, one_per_case: bool
) -> IntArray:
    case_of, expert_of = choices.demand.case_of, choices.read_columns(x)
    has_something = set(case_of[expert_of != NOBODY])
    for pair in order:
        case = case_of[choices.pairs[pair][1]]
        if one_per_case and case in has_something:
            continue
        more = x.copy()
        more[[pair, choices.find_engagement(pair)]] = 1
        if program.allows(more):
            x = more
            has_something.add(case)
    return x
