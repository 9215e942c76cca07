"""The fewest experts that cover a request's problems; every claim of the best is tried against all teams there are."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.staffing.assignment import NOBODY
from kb.staffing.demand import Demand
from kb.staffing.team import Team, find_team
from tests.kb.staffing.small_demands import demands, every_assignment, is_feasible, total_points

PLENTY = [100.0, 100.0, 100.0]
ONE_CASE = [1, 1, 1]


def test_one_expert_who_can_all_is_chosen_before_two_who_match_better() -> None:
    team = find_team([[0.4, 0.4], [0.9, 0.0], [0.0, 0.9]], [4, 4], PLENTY, ONE_CASE, min_match=0.3)
    assert team.expert_of == (0, 0)
    assert team.hours == {0: 8}
    assert [(stage.goal, stage.reached) for stage in team.stages] == [
        ("problems covered", 2),
        ("experts", 1),
        ("total match", 0.4 + 0.4),
    ]
    assert team.is_proved


def test_among_teams_of_the_same_size_the_best_match_is_chosen() -> None:
    team = find_team([[0.6, 0.5], [0.7, 0.5], [0.5, 0.6]], [4, 4], PLENTY, ONE_CASE, min_match=0.3)
    assert team.expert_of == (1, 1)  # 0.7 + 0.5 against 0.6 + 0.5 and 0.5 + 0.6


def test_main_fields_come_before_a_smaller_team_and_after_coverage() -> None:
    main_field = [[0, 0], [1, 0], [0, 1]]
    team = find_team([[0.9, 0.9], [0.4, 0], [0, 0.4]], [4, 4], PLENTY, ONE_CASE, min_match=0.3, main_field=main_field)
    assert team.expert_of == (1, 2)
    assert [stage.goal for stage in team.stages] == ["problems covered", "main fields", "experts", "total match"]


def test_a_problem_is_covered_even_when_that_takes_one_expert_more() -> None:
    team = find_team([[0.4, 0.4], [0.9, 0.0], [0.0, 0.9]], [4, 4], [4, 4, 4], ONE_CASE, min_match=0.3)
    assert sorted(team.hours) == [1, 2]
    assert team.expert_of == (1, 2)


def test_a_match_at_the_minimum_covers_and_one_below_does_not() -> None:
    team = find_team([[0.3, 0.2999]], [1, 1], [8], [1], min_match=0.3)
    assert team.expert_of == (0, None)
    assert team.uncovered == {1: "no_match"}


def test_a_match_of_nothing_covers_nothing_whatever_the_minimum() -> None:
    assert find_team([[0.0]], [1], [8], [1], min_match=0).uncovered == {0: "no_match"}


def test_each_uncovered_problem_is_named_with_the_reason() -> None:
    team = find_team([[0.9, 0.8, 0.7, 0.0]], [6, 6, 20, 1], [10], [1], min_match=0.3)
    assert team.expert_of == (0, None, None, None)  # 0.9 before 0.8
    assert team.uncovered == {1: "taken", 2: "no_capacity", 3: "no_match"}


def test_an_expert_with_no_room_for_another_case_is_not_in_the_team() -> None:
    team = find_team([[0.9], [0.4]], [1], [10, 10], [0, 1], min_match=0.3)
    assert team.expert_of == (1,)
    assert team.alternates == ((),)
    assert find_team([[0.9]], [1], [10], [0], min_match=0.3).uncovered == {0: "no_capacity"}


def test_several_problems_of_a_request_are_one_case_for_the_expert() -> None:
    assert find_team([[0.9, 0.9, 0.9]], [1, 1, 1], [10], [1], min_match=0.3).expert_of == (0, 0, 0)


def test_alternates_are_those_with_room_best_match_first() -> None:
    match = [[0.9, 0.9], [0.5, 0.0], [0.7, 0.0], [0.8, 0.0], [0.2, 0.0]]
    team = find_team(match, [4, 4], [8, 4, 4, 3, 8], [1, 1, 1, 1, 1], min_match=0.3)
    assert team.expert_of == (0, 0)
    assert team.alternates == ((2, 1), ())  # 3 has three hours of four, 4 matches too little


def test_a_member_replaces_another_only_with_the_hours_that_are_left() -> None:
    match = [[0.9, 0.8, 0.0], [0.0, 0.0, 0.9]]
    team = find_team(match, [4, 4, 4], [8, 4], [1, 1], min_match=0.3)
    assert team.alternates == ((), (), ())
    assert find_team([[0.9, 0.5], [0.4, 0.9]], [6, 4], [10, 4], [1, 1], min_match=0.3).alternates == ((), (1,))


def test_hours_that_add_up_to_what_there_is_fit() -> None:
    team = find_team([[0.9, 0.9, 0.9]], [0.1, 0.2, 0.7], [0.1 + 0.2 + 0.7], [1], min_match=0.3)
    assert team.expert_of == (0, 0, 0)


@pytest.mark.parametrize("match", [[], np.zeros((0, 2))])
def test_without_experts_every_problem_is_uncovered(match: list[list[float]]) -> None:
    team = find_team(match, [1, 1], [], [], min_match=0.3)
    assert (team.expert_of, team.uncovered) == ((None, None), {0: "no_match", 1: "no_match"})
    assert team.is_proved


def test_without_problems_the_team_is_empty() -> None:
    team = find_team([[], []], [], [8, 8], [1, 1], min_match=0.3)
    assert (team.expert_of, team.hours, team.alternates) == ((), {}, ())
    assert [(stage.reached, stage.bound) for stage in team.stages] == [(0, 0), (0, 0), (0, 0)]


def test_when_nobody_may_be_asked_nobody_is() -> None:
    team = find_team([[0.0, 0.0]], [1, 1], [8], [1], min_match=0.3)
    assert team.hours == {}
    assert team.is_proved


def test_a_problem_of_no_hours_goes_to_an_expert_of_no_hours() -> None:
    assert find_team([[0.9]], [0], [0], [1], min_match=0.3).expert_of == (0,)


def test_with_no_time_the_greedy_team_stands_and_its_gap_is_told() -> None:
    team = find_team([[0.4, 0.4], [0.9, 0.0]], [4, 4], [8, 8], [1, 1], min_match=0.3, time_limit_s=0)
    assert team.expert_of == (1, 0)  # the best pair first: two experts where one would do
    assert not team.is_proved
    experts = team.stages[1]
    assert (experts.reached, experts.bound, experts.gap) == (2, 0, 1.0)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([[float("nan")]], [1], [1], [1], 0.3), "match holds nan"),
        (([[1.01]], [1], [1], [1], 0.3), "match holds 1.01"),
        (([[-0.1]], [1], [1], [1], 0.3), "match holds -0.1"),
        (([[0.5]], [-1], [1], [1], 0.3), "hours holds -1"),
        (([[0.5]], [float("nan")], [1], [1], 0.3), "hours holds nan"),
        (([[0.5]], [1], [float("inf")], [1], 0.3), "hours of a limit holds inf"),
        (([[0.5]], [1], [1], [-1], 0.3), "n_cases of a limit holds -1"),
        (([[0.5]], [1], [1], [1.5], 0.3), "n_cases of a limit holds 1.5"),
        (([[0.5]], [1], [1], [1], float("nan")), "floors holds nan"),
        (([[0.5]], [1], [1], [1], 1.2), "floors holds 1.2"),
        (([[0.5]], [1, 1], [1], [1], 0.3), "match has shape"),
        (([[0.5]], [1], [1, 1], [1], 0.3), "hours of a limit has shape"),
        (([[0.5]], [1], [1], [1, 1], 0.3), "n_cases of a limit has shape"),
    ],
)
def test_numbers_out_of_range_are_refused(arguments: tuple[list[list[float]], ...], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        find_team(*arguments[:4], min_match=arguments[4])  # type: ignore[arg-type]  # a table of arguments has one type


@pytest.mark.slow
@settings(max_examples=200)
@given(demands(max_cases=1).map(lambda demand: replace(demand, shared_limits=(), wanted=())))
def test_no_team_is_better_and_none_breaks_a_limit(demand: Demand) -> None:
    team = _find_team_of(demand)
    expert_of = _positions(team)
    assert is_feasible(demand, expert_of)
    assert _rank(demand, expert_of) == max(_rank(demand, other) for other in every_assignment(demand))
    assert team.is_proved
    assert [stage.reached for stage in team.stages[:2]] == [demand.n_problems - len(team.uncovered), len(team.hours)]


@settings(max_examples=100)
@given(demands(max_cases=1).map(lambda demand: replace(demand, shared_limits=(), wanted=())))
def test_every_alternate_can_step_in_and_nobody_else_can(demand: Demand) -> None:
    team = _find_team_of(demand)
    for problem, alternates in enumerate(team.alternates):
        expert_of = _positions(team)
        if expert_of[problem] == NOBODY:
            continue
        stand_ins = []
        for expert in range(demand.n_experts):
            changed = [*expert_of[:problem], expert, *expert_of[problem + 1 :]]
            if expert != expert_of[problem] and is_feasible(demand, changed):
                stand_ins.append(expert)
        assert sorted(alternates) == stand_ins


@settings(max_examples=100)
@given(st.lists(st.floats(0, 10), min_size=1, max_size=5), st.floats(0, 20))
def test_whatever_the_hours_their_sum_is_within_what_there_is(needed: list[float], available: float) -> None:
    team = find_team([[0.9] * len(needed)], needed, [available], [1], min_match=0.3)
    assert sum(team.hours.values()) <= available + 1e-6


def _find_team_of(demand: Demand) -> Team:
    """The team of a demand of one case, with the tightest of its limits."""
    hours = np.min([limit.hours for limit in demand.hour_limits], axis=0)
    cases = np.min([limit.n_cases for limit in demand.case_limits], axis=0)
    match = np.where(demand.forbidden, 0, demand.match)
    return find_team(match, demand.hours, hours, cases, min_match=float(demand.floors[0]))


def _positions(team: Team) -> list[int]:
    return [NOBODY if expert is None else expert for expert in team.expert_of]


def _rank(demand: Demand, expert_of: Sequence[int]) -> tuple[int, int, int]:
    taken = [expert for expert in expert_of if expert != NOBODY]
    return len(taken), -len(set(taken)), total_points(demand, expert_of, [1])
