"""An assignment as it is made by hand, best pair first: the plain baseline beside the optimal one, and its start."""

from collections.abc import Iterable

import numpy as np

from kb.staffing.assignment import NOBODY, Choices
from kb.staffing.demand import IntArray
from kb.staffing.integer_program import Room, make_program


def assign_greedily(choices: Choices, weights: IntArray, held: IntArray | None = None) -> IntArray:
    """The heaviest pair that breaks no limit, again and again: first for what is wanted and for cases that have
    nothing, then for the rest.

    weights : int array (n_pairs,); ties by problem, then expert
    held : int64 array (n_problems,), an assignment to begin with and to keep; of nobody to anything when left out

    Returns
    -------
    int64 array (n_problems,): the expert of each problem, NOBODY where none was found
    """
    expert_of = np.full(choices.demand.n_problems, NOBODY, np.int64) if held is None else held
    program = make_program(choices.rows, np.ones(choices.n_columns, np.int64))
    room = Room(program, choices.write_columns(expert_of))
    order = [int(pair) for pair in np.argsort(-weights, kind="stable")]
    wanted = set(choices.demand.wanted)
    _add_pairs(choices, room, [pair for pair in order if _engagement(choices, pair) in wanted], one_each=True)
    _add_pairs(choices, room, order, one_each=True)
    _add_pairs(choices, room, order, one_each=False)
    return choices.read_columns(room.x)


def _add_pairs(choices: Choices, room: Room, order: Iterable[int], *, one_each: bool) -> None:
    """one_each : only to cases that have nothing yet, or have nothing of whom they are wanted to have"""
    wanted = set(choices.demand.wanted)
    has = {_engagement(choices, int(pair)) for pair in np.flatnonzero(room.x[: len(choices.pairs)])}
    helped = {case for _, case in has}
    for pair in order:
        expert, case = _engagement(choices, pair)
        is_due = case not in helped or ((expert, case) in wanted and (expert, case) not in has)
        if (is_due or not one_each) and room.add((pair, *choices.follows[pair])):
            has.add((expert, case))
            helped.add(case)


def _engagement(choices: Choices, pair: int) -> tuple[int, int]:
    expert, problem = choices.pairs[pair]
    return expert, int(choices.demand.case_of[problem])
