"""No allocation passes the bound of the total, which is near where hours are what is scarce."""

from hypothesis import given

from kb.staffing.assignment import find_choices
from kb.staffing.demand import Demand
from kb.staffing.total_bound import bound_total
from tests.kb.staffing.small_demands import demands, every_assignment, is_feasible, make_demand, total_points


def bound_of(demand: Demand, reached: int = 0) -> int:
    return bound_total(find_choices(demand), find_choices(demand).match_points, reached)


@given(demand=demands())
def test_no_allocation_passes_it(demand: Demand) -> None:
    priorities = [1] * demand.n_cases
    totals = [total_points(demand, one, priorities) for one in every_assignment(demand) if is_feasible(demand, one)]
    assert bound_of(demand) >= max(totals, default=0)


def test_an_expert_takes_what_its_hours_are_for() -> None:
    demand = make_demand([[0.9, 0.8, 0.7]], hours=[2, 2, 2], given=[3])
    assert bound_of(demand) == 9_000 + 8_000 // 2  # the best, and of the next as much as the third hour is for


def test_two_experts_do_not_both_take_the_same() -> None:
    demand = make_demand([[0.9, 0.0], [0.8, 0.0]])
    assert 9_000 <= bound_of(demand, 9_000) < 9_100


def test_it_ends_where_it_proves_what_was_reached() -> None:
    assert bound_of(make_demand([[0.9, 0.8]]), 17_000) == 17_000


def test_without_pairs_there_is_nothing() -> None:
    assert bound_of(make_demand([[0.0]])) == 0
