"""The baseline: what someone does who always makes the best pair that is left."""

import numpy as np
from hypothesis import given, settings

from kb.staffing.assignment import NOBODY, find_choices
from kb.staffing.demand import Demand
from kb.staffing.greedy import assign_greedily
from tests.kb.staffing.small_demands import demands, is_feasible, make_demand


def _assign(demand: Demand) -> list[int]:
    choices = find_choices(demand)
    return [int(expert) for expert in assign_greedily(choices, choices.match_points)]


def test_the_best_pair_is_made_first() -> None:
    assert _assign(make_demand([[0.9, 0.8], [0.8, 0.3]], case_of=[0, 1], parallel=[1, 1])) == [0, 1]


def test_every_case_has_its_first_expert_before_any_has_its_second() -> None:
    demand = make_demand([[0.9, 0.8, 0.4]], case_of=[0, 0, 1], hours=[1, 1, 1], given=[2])
    assert _assign(demand) == [0, NOBODY, 0]


def test_equal_pairs_are_made_by_problem_then_expert() -> None:
    assert _assign(make_demand([[0.5, 0.5], [0.5, 0.5]], hours=[1, 1], given=[1, 1])) == [0, 1]


def test_nobody_stands_where_no_pair_is_left() -> None:
    assert _assign(make_demand([[0.9, 0.8]], given=[1])) == [0, NOBODY]
    assert _assign(make_demand(np.zeros((0, 2)))) == [NOBODY, NOBODY]


@settings(max_examples=200)
@given(demands())
def test_no_limit_is_broken_and_nothing_more_fits(demand: Demand) -> None:
    made = _assign(demand)
    assert is_feasible(demand, made)
    for problem in (p for p, expert in enumerate(made) if expert == NOBODY):
        for expert in range(demand.n_experts):
            assert not is_feasible(demand, [*made[:problem], expert, *made[problem + 1 :]])
