"""The columns and goals of an allocation's program."""

import numpy as np

from kb.staffing.allocation_program import AllocationProgram
from kb.staffing.assignment import NOBODY, find_choices
from tests.kb.staffing.small_demands import make_demand

DEMAND = make_demand([[0.9, 0.5, 0.4]], case_of=[0, 0, 1])
PRIORITIES = np.array([2, 3], np.int64)


def _program(*, worst_first: bool) -> AllocationProgram:
    return AllocationProgram(find_choices(DEMAND), PRIORITIES, worst_first)


def test_the_goals_are_in_their_order() -> None:
    names = ["cases with something", "their priority", "total match"]
    assert [goal.name for goal in _program(worst_first=False).goals] == names
    assert [goal.name for goal in _program(worst_first=True).goals] == [*names[:2], "worst quality", names[2]]


def test_an_assignment_is_pairs_engagements_served_cases_and_the_worst_quality() -> None:
    program = _program(worst_first=True)
    x = program.write_columns(np.array([0, NOBODY, 0], np.int64))
    assert list(x) == [*(1, 0, 1), *(1, 1), *(1, 1), min(9000 // 2, 4000)]
    assert program.make_program().allows(x)
    reached = {goal.name: int(goal.weights @ x) for goal in program.goals}
    assert reached == {
        "cases with something": 2,
        "their priority": 2 + 3,
        "worst quality": 4000,
        "total match": 2 * 9000 + 3 * 4000,
    }


def test_a_case_is_served_only_by_a_pair_and_the_worst_is_no_better_than_it() -> None:
    program = _program(worst_first=True)
    made = program.write_columns(np.array([0, NOBODY, NOBODY], np.int64))
    assert list(made[5:]) == [1, 0, 9000 // 2]
    claimed, lifted = made.copy(), made.copy()
    claimed[6] = 1
    lifted[7] += 1
    assert not program.make_program().allows(claimed)
    assert not program.make_program().allows(lifted)


def test_nothing_made_is_allowed_and_its_worst_is_nothing() -> None:
    program = _program(worst_first=True)
    x = program.write_columns(np.full(3, NOBODY, np.int64))
    assert not x.any()
    assert program.make_program().allows(x)
