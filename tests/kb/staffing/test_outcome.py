"""What an assignment is worth, by hand."""

import numpy as np
import pytest

from kb.staffing.assignment import NOBODY
from kb.staffing.outcome import measure_outcome
from tests.kb.staffing.small_demands import make_demand


def test_total_quality_and_those_with_nothing() -> None:
    demand = make_demand([[0.8, 0.6, 0.5, 0.4], [0.7, 0.0, 0.0, 0.3]], case_of=[0, 0, 1, 2])
    outcome = measure_outcome(demand, np.array([2, 1, 3]), np.array([1, NOBODY, 0, NOBODY]))
    assert outcome.expert_of == (1, None, 0, None)
    assert outcome.total == pytest.approx(2 * 0.7 + 0.5)
    assert outcome.quality == pytest.approx((0.7 / 2, 0.5, 0))
    assert outcome.worst == pytest.approx(0.7 / 2)
    assert (outcome.n_with_nothing, outcome.n_covered) == (1, 2)


def test_when_nobody_has_anything_there_is_no_worst() -> None:
    outcome = measure_outcome(make_demand([[0.8]]), np.array([1]), np.array([NOBODY]))
    assert (outcome.worst, outcome.total, outcome.n_with_nothing) == (None, 0, 1)
