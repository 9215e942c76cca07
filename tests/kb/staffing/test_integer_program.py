"""Goals settled in their order over whole numbers."""

import numpy as np
import pytest

from kb.staffing.integer_program import Goal, Program, make_program, solve_in_order


def _whole(*values: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.array(values, np.int64)


@pytest.fixture
def program() -> Program:
    """2 x + 3 y <= 12, x at most 4, y at most 9."""
    return make_program([({0: 2, 1: 3}, 12)], _whole(4, 9))


def test_the_first_goal_is_reached_before_the_second_is_looked_at(program: Program) -> None:
    x, y = Goal("x", _whole(1, 0)), Goal("y", _whole(0, 1))
    assert list(solve_in_order(program, [x, y], _whole(0, 0), 10).x) == [4, 1]  # 2 * 4 + 3 * 1 = 11
    assert list(solve_in_order(program, [y, x], _whole(0, 0), 10).x) == [0, 4]  # 3 * 4 = 12


def test_what_is_to_be_small_is_told_without_its_sign(program: Program) -> None:
    goals = [Goal("all", _whole(1, 1)), Goal("small y", _whole(0, -1), scale=-1), Goal("x", _whole(1, 0), scale=100)]
    stages = solve_in_order(program, goals, _whole(0, 0), 10).stages
    assert [(stage.goal, stage.reached, stage.bound) for stage in stages] == [
        ("all", 5, 5),
        ("small y", 1, 1),
        ("x", 0.04, 0.04),
    ]
    assert all(stage.is_proved for stage in stages)


def test_with_no_time_the_start_stands_and_the_bound_is_what_no_limit_would_allow(program: Program) -> None:
    solution = solve_in_order(program, [Goal("all", _whole(1, 1))], _whole(1, 1), 0)
    assert list(solution.x) == [1, 1]
    (stage,) = solution.stages
    assert (stage.reached, stage.bound, stage.gap) == (2, 4 + 9, (13 - 2) / 2)
    assert not stage.is_proved


def test_a_start_that_breaks_a_limit_is_refused(program: Program) -> None:
    for start in (_whole(5, 0), _whole(0, 5), _whole(-1, 0)):
        with pytest.raises(ValueError, match="breaks a limit"):
            solve_in_order(program, [], start, 10)


def test_a_program_without_rows_or_columns_is_solved_too() -> None:
    assert list(solve_in_order(make_program([], _whole(3)), [Goal("x", _whole(1))], _whole(0), 10).x) == [3]
    nothing = solve_in_order(make_program([], _whole()), [Goal("x", _whole(), scale=-1)], _whole(), 10)
    assert (nothing.stages[0].reached, nothing.stages[0].gap) == (0, 0)
