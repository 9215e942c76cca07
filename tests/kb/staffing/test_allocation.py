"""Experts allocated over many cases; every claim of optimality is tried against all allocations there are."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import ArrayLike

from kb.staffing.allocation import Allocation, allocate
from kb.staffing.assignment import NOBODY
from kb.staffing.demand import CaseLimit, Demand, HourLimit
from kb.staffing.outcome import Outcome
from tests.kb.staffing.small_demands import demands, every_assignment, is_feasible, make_demand, total_points


def test_nobody_goes_without_if_it_can_be_helped() -> None:
    demand = make_demand([[0.9, 0.4], [0.5, 0.0]], case_of=[0, 1], parallel=[1, 1])
    allocation = allocate(demand, [1, 1])
    assert allocation.best.expert_of == (1, 0)  # 0.5 + 0.4: the 0.9 would leave the second case with nothing
    assert allocation.best.n_with_nothing == 0
    assert allocation.is_proved


def test_greedy_takes_the_best_pair_and_may_leave_a_case_with_nothing() -> None:
    demand = make_demand([[0.9, 0.4], [0.5, 0.0]], case_of=[0, 1], parallel=[1, 1])
    greedy = allocate(demand, [1, 1]).greedy
    assert greedy.expert_of == (0, None)
    assert (greedy.total, greedy.worst, greedy.n_with_nothing) == (0.9, 0.9, 1)


def test_the_total_is_as_large_as_possible_once_all_have_something() -> None:
    demand = make_demand([[0.9, 0.8], [0.8, 0.3]], case_of=[0, 1], parallel=[1, 1])
    allocation = allocate(demand, [1, 1])
    assert allocation.best.expert_of == (1, 0)
    assert allocation.best.total == 0.8 + 0.8
    assert allocation.greedy.total == pytest.approx(0.9 + 0.3)


def test_priority_weighs_the_match() -> None:
    demand = make_demand([[0.9, 0.6], [0.5, 0.4]], case_of=[0, 1], parallel=[1, 1])
    assert allocate(demand, [1, 1]).best.expert_of == (0, 1)  # 0.9 + 0.4 against 0.5 + 0.6
    assert allocate(demand, [1, 3]).best.expert_of == (1, 0)  # 0.5 + 3 * 0.6 against 0.9 + 3 * 0.4
    assert allocate(demand, [1, 3]).best.total == 0.5 + 3 * 0.6


def test_when_someone_must_go_without_it_is_the_lowest_priority_also_where_the_match_is_better() -> None:
    demand = make_demand([[0.9, 0.35]], case_of=[0, 1], parallel=[1])
    assert allocate(demand, [1, 1]).best.expert_of == (0, None)
    assert allocate(demand, [1, 2]).best.expert_of == (None, 0)


def test_two_cases_with_something_come_before_one_of_high_priority() -> None:
    demand = make_demand([[0.5, 0.5, 0.5]], case_of=[0, 1, 2], hours=[2, 2, 4], given=[4])
    assert allocate(demand, [1, 1, 3]).best.expert_of == (0, 0, None)


def test_the_worst_case_is_lifted_only_when_that_is_asked_for() -> None:
    demand = make_demand([[0.9, 0.5], [0.5, 0.4]], case_of=[0, 1], parallel=[1, 1])
    assert allocate(demand, [1, 1]).best.quality == (0.9, 0.4)
    assert allocate(demand, [1, 1], worst_first=True).best.quality == (0.5, 0.5)


def test_the_quality_of_a_case_counts_what_nobody_has_as_nothing() -> None:
    demand = make_demand([[0.8, 0.6, 0.0, 0.0]], case_of=[0, 0, 0, 1], n_cases=3)
    best = allocate(demand, [1, 1, 1]).best
    assert best.quality == pytest.approx(((0.8 + 0.6) / 3, 0, 0))
    assert best.worst == pytest.approx((0.8 + 0.6) / 3)
    assert (best.n_with_nothing, best.n_covered) == (2, 2)


def test_a_case_is_never_given_a_match_below_its_floor() -> None:
    demand = make_demand([[0.6, 0.6]], case_of=[0, 1], floors=[0.61, 0.6])
    allocation = allocate(demand, [3, 1])
    assert allocation.best.expert_of == (None, 0)
    assert allocation.uncovered == {0: "no_match"}


def test_a_forbidden_pair_is_never_made() -> None:
    demand = make_demand([[0.9, 0.9], [0.4, 0.4]], case_of=[0, 1], forbidden=[[True, False], [False, False]])
    assert allocate(demand, [1, 1]).best.expert_of == (1, 0)


def test_an_expert_has_no_more_cases_at_once_than_its_profile_allows() -> None:
    three = make_demand([[0.9, 0.8, 0.7]], case_of=[0, 1, 2], parallel=[2])
    assert allocate(three, [1, 1, 1]).best.expert_of == (0, 0, None)
    limits = (CaseLimit((0, 1), np.array([1])), CaseLimit((1, 2), np.array([1])))
    after_each_other = make_demand([[0.9, 0.8, 0.7]], case_of=[0, 1, 2], case_limits=limits)
    assert allocate(after_each_other, [1, 1, 1]).best.expert_of == (0, None, 0)


def test_problems_of_one_case_take_one_place() -> None:
    demand = make_demand([[0.9, 0.8, 0.7]], case_of=[0, 0, 1], parallel=[1])
    assert allocate(demand, [1, 1]).best.expert_of == (0, 0, None)


def test_hours_hold_within_each_stretch_of_days() -> None:
    limits = (HourLimit((0, 1), np.array([10.0])), HourLimit((0,), np.array([3.0])))
    demand = make_demand([[0.9, 0.8]], case_of=[0, 1], hours=[4, 4], hour_limits=limits)
    allocation = allocate(demand, [1, 1])
    assert allocation.best.expert_of == (None, 0)
    assert allocation.uncovered == {0: "no_capacity"}


def test_what_others_took_is_told() -> None:
    demand = make_demand([[0.9, 0.8]], case_of=[0, 1], hours=[4, 4], given=[4])
    assert allocate(demand, [1, 1]).uncovered == {1: "taken"}


def test_with_no_time_the_greedy_allocation_stands_and_its_gap_is_told() -> None:
    demand = make_demand([[0.9, 0.4], [0.5, 0.0]], case_of=[0, 1], parallel=[1, 1])
    allocation = allocate(demand, [1, 1], time_limit_s=0)
    assert allocation.best == allocation.greedy
    assert not allocation.is_proved
    assert (allocation.stages[0].reached, allocation.stages[0].bound, allocation.stages[0].gap) == (1, 2, 1.0)


@pytest.mark.parametrize("match", [np.zeros((0, 2)), [[0.0, 0.0]]])
def test_with_nobody_to_ask_all_go_without(match: ArrayLike) -> None:
    allocation = allocate(make_demand(match, case_of=[0, 1]), [1, 2], worst_first=True)
    assert (allocation.best.n_with_nothing, allocation.best.worst, allocation.best.total) == (2, None, 0)
    assert allocation.uncovered == {0: "no_match", 1: "no_match"}
    assert [stage.reached for stage in allocation.stages] == [0, 0, 0, 0]
    assert allocation.is_proved


def test_cases_without_problems_have_nothing() -> None:
    allocation = allocate(make_demand(np.zeros((1, 0)), case_of=[], n_cases=2), [1, 1], worst_first=True)
    assert (allocation.best.n_with_nothing, allocation.best.quality) == (2, (0, 0))


def test_without_cases_there_is_nothing_to_do() -> None:
    allocation = allocate(make_demand(np.zeros((1, 0)), case_of=[], n_cases=0), [], worst_first=True)
    assert allocation.best == Outcome(expert_of=(), quality=(), total=0, worst=None, n_with_nothing=0, n_covered=0)
    assert allocation.is_proved


@pytest.mark.parametrize(
    ("priorities", "words"),
    [([0], "holds 0"), ([1.5], "holds 1.5"), ([float("nan")], "holds nan"), ([1, 1], r"shape \(2,\)")],
)
def test_a_priority_that_is_none_is_refused(priorities: list[float], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        allocate(make_demand([[0.5]]), priorities)


@pytest.mark.slow
@pytest.mark.parametrize("worst_first", [False, True])
@settings(max_examples=200)
@given(demand=demands(), data=st.data())
def test_no_allocation_is_better_and_none_breaks_a_limit(
    worst_first: bool, demand: Demand, data: st.DataObject
) -> None:
    priorities = data.draw(st.lists(st.integers(1, 3), min_size=demand.n_cases, max_size=demand.n_cases))
    allocation = allocate(demand, priorities, worst_first=worst_first)
    best = max(_rank(demand, other, priorities, worst_first) for other in every_assignment(demand))
    assert is_feasible(demand, _positions(allocation.best))
    assert is_feasible(demand, _positions(allocation.greedy))
    assert _rank(demand, _positions(allocation.best), priorities, worst_first) == best
    assert allocation.is_proved
    assert _reached(allocation, worst_first) == best


def _positions(outcome: Outcome) -> list[int]:
    return [NOBODY if expert is None else expert for expert in outcome.expert_of]


def _rank(
    demand: Demand, expert_of: Sequence[int], priorities: Sequence[int], worst_first: bool
) -> tuple[int, int, int, int, int]:
    """The goals in their order: wanted by hand, cases with something, their priority, worst quality (0 if not asked),
    total."""
    cases = [int(case) for case in demand.case_of]
    served = {case for case, expert in zip(cases, expert_of, strict=True) if expert != NOBODY}
    quality = []
    for case in served:
        own = [expert if c == case else NOBODY for c, expert in zip(cases, expert_of, strict=True)]
        quality.append(total_points(demand, own, [1] * demand.n_cases) // cases.count(case))
    worst = min(quality, default=0) if worst_first else 0
    kept = len(set(zip(expert_of, cases, strict=True)) & set(demand.wanted))
    return kept, len(served), sum(priorities[c] for c in served), worst, total_points(demand, expert_of, priorities)


def _reached(allocation: Allocation, worst_first: bool) -> tuple[int, int, int, int, int]:
    """What the stages say; a goal that is none reaches nothing."""
    reached = {stage.goal: stage.reached for stage in allocation.stages}
    assert ("worst quality" in reached) == worst_first
    points = [round(reached.get(goal, 0) * 10_000) for goal in ("worst quality", "total match")]
    counts = [round(reached.get(goal, 0)) for goal in ("wanted by hand", "cases with something", "their priority")]
    return counts[0], counts[1], counts[2], points[0], points[1]
