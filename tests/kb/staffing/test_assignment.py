"""Which pairs may be made, and what the rows of the program say of several."""

import numpy as np

from kb.staffing.assignment import NOBODY, find_choices, tell_uncovered
from kb.staffing.demand import HourLimit
from tests.kb.staffing.small_demands import make_demand


def test_only_pairs_that_could_be_made_alone_are_choices() -> None:
    demand = make_demand(
        [[0.9, 0.2, 0.9], [0.9, 0.9, 0.9]],
        case_of=[0, 0, 1],
        hours=[1, 1, 5],
        given=[8, 4],
        forbidden=[[False, False], [True, False]],
    )
    choices = find_choices(demand)
    assert choices.pairs == ((0, 0), (0, 2))  # 0.2 is below the floor; expert 1 is forbidden or has 4 hours of 5
    assert choices.engagements == ((0, 0), (0, 1))
    assert list(choices.match_points) == [9000, 9000]


def test_an_assignment_is_written_and_read_the_same() -> None:
    choices = find_choices(make_demand([[0.9, 0.8], [0.7, 0.6]], case_of=[0, 1]))
    expert_of = np.array([1, NOBODY], np.int64)
    x = choices.write_columns(expert_of)
    assert choices.pairs == ((0, 0), (1, 0), (0, 1), (1, 1))
    assert choices.engagements == ((0, 0), (0, 1), (1, 0), (1, 1))
    assert list(x[:4]) == [0, 1, 0, 0]
    assert list(x[4:]) == [0, 0, 1, 0]
    assert list(choices.read_columns(x)) == [1, NOBODY]


def test_hours_are_whole_minutes_and_the_tightest_limit_alone_is_a_row() -> None:
    limits = tuple(HourLimit((0,), np.array([hours])) for hours in (0.5, 0.45, 2.0))
    choices = find_choices(make_demand([[0.9, 0.9]], hours=[0.3, 0.251], hour_limits=limits))
    assert ({0: 18, 1: 16}, 27) in choices.rows  # 0.251 hours are 15.06 minutes: 16
    assert sum(limit in (27, 30, 120) for _, limit in choices.rows) == 1


def test_a_limit_that_cannot_be_passed_is_no_row() -> None:
    choices = find_choices(make_demand([[0.9, 0.9]], hours=[1, 1], given=[2]))
    assert all(limit <= 1 for _, limit in choices.rows)


def test_the_reason_for_what_nobody_has_is_the_first_that_holds() -> None:
    demand = make_demand([[0.9, 0.9, 0.9, 0.1]], hours=[4, 4, 9, 1], given=[5])
    held = np.array([0, NOBODY, NOBODY, NOBODY], np.int64)
    assert tell_uncovered(demand, held) == {1: "taken", 2: "no_capacity", 3: "no_match"}
