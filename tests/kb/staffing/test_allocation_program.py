"""The columns and goals of an allocation's program."""

import numpy as np

from kb.staffing.allocation_program import AllocationProgram
from kb.staffing.assignment import NOBODY, find_choices
from tests.kb.staffing.small_demands import make_demand

DEMAND = make_demand([[0.9, 0.5, 0.4]], case_of=[0, 0, 1])
PRIORITIES = np.array([2, 3], np.int64)
NOTHING = np.full(3, NOBODY, np.int64)


def _program(*, worst_first: bool) -> AllocationProgram:
    return AllocationProgram(find_choices(DEMAND), PRIORITIES, worst_first)


def test_the_goals_are_in_their_order() -> None:
    plain, fair = _program(worst_first=False), _program(worst_first=True)
    assert [goal.name for goal in fair.settled] == ["cases with something", "their priority"]
    assert [goal.name for goal in plain.goals] == ["total match"]
    assert [goal.name for goal in fair.goals] == ["worst quality", "total match"]


def test_an_assignment_is_pairs_engagements_served_cases_and_the_worst_quality() -> None:
    program = _program(worst_first=True)
    x = program.write_columns(np.array([0, NOBODY, 0], np.int64))
    assert list(x) == [*(1, 0, 1), *(1, 1), *(1, 1), min(9000 // 2, 4000)]
    assert program.make_program(NOTHING).allows(x)
    reached = {goal.name: int(goal.weights @ x) for goal in (*program.settled, *program.goals)}
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
    assert not program.make_program(NOTHING).allows(claimed)
    assert not program.make_program(NOTHING).allows(lifted)


def test_nothing_made_is_allowed_and_its_worst_is_nothing() -> None:
    program = _program(worst_first=True)
    x = program.write_columns(NOTHING)
    assert not x.any()
    assert program.make_program(NOTHING).allows(x)


def test_what_reached_less_of_the_settled_goals_is_not_allowed() -> None:
    program = _program(worst_first=False)
    both, one = np.array([0, NOBODY, 0], np.int64), np.array([0, 0, NOBODY], np.int64)
    assert program.make_program(one).allows(program.write_columns(both))
    assert not program.make_program(both).allows(program.write_columns(one))
    assert program.choose_best([one, both]) is both


def test_a_wanted_pair_is_kept_only_when_it_is_made() -> None:
    wanted = make_demand([[0.9, 0.5], [0.8, 0.4]], case_of=[0, 1], wanted=((1, 0),))
    program = AllocationProgram(find_choices(wanted), PRIORITIES, False)
    (kept, *_) = program.settled
    for expert_of, n in ((np.array([1, 0]), 1), (np.array([0, 1]), 0)):
        assert kept.weights @ program.write_columns(expert_of) == n
    claimed = program.write_columns(np.array([0, 1]))
    claimed[-2] = 1
    assert not program.make_program(np.array([NOBODY, NOBODY])).allows(claimed)
