"""Numbers that make no sense never become a demand."""

from typing import Any

import numpy as np
import pytest

from kb.staffing.demand import CaseLimit, HourLimit
from tests.kb.staffing.small_demands import make_demand


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"floors": [float("nan")]}, "floors holds nan; every value must be a finite number in"),
        ({"floors": [1.1]}, "floors holds 1.1"),
        ({"hours": [-1.0]}, "hours holds -1"),
        ({"hours": [float("inf")]}, "hours holds inf"),
        ({"case_of": [1], "n_cases": 1}, "case_of holds 1"),
        ({"case_of": [-1], "n_cases": 1}, "case_of holds -1"),
        ({"case_of": [0, 0]}, r"case_of has shape \(2,\); give one of shape \(1,\)"),
        ({"given": [float("nan")]}, "hours of a limit holds nan"),
        ({"given": [1.0, 1.0]}, "hours of a limit has shape"),
        ({"parallel": [-1]}, "n_cases of a limit holds -1"),
        ({"hour_limits": (HourLimit((1,), np.array([1.0])),)}, "cases of hours of a limit holds 1"),
        ({"case_limits": (CaseLimit((-1,), np.array([1])),)}, "cases of n_cases of a limit holds -1"),
    ],
)
def test_a_value_out_of_its_range_is_refused(changed: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        make_demand([[0.5]], **changed)


@pytest.mark.parametrize("match", [float("nan"), float("inf"), -0.001, 1.001])
def test_a_match_that_is_no_share_is_refused(match: float) -> None:
    with pytest.raises(ValueError, match="match holds"):
        make_demand([[match]])


def test_a_matrix_of_another_size_than_the_problems_is_refused() -> None:
    with pytest.raises(ValueError, match="match has shape"):
        make_demand([[0.5, 0.5]], hours=[1], case_of=[0])


def test_the_ends_of_every_range_are_allowed() -> None:
    demand = make_demand([[0.0, 1.0]], hours=[0, 0], floors=[1.0], given=[0], parallel=[0])
    assert (demand.n_experts, demand.n_problems, demand.n_cases) == (1, 2, 1)
    assert list(demand.problems_per_case) == [2]
