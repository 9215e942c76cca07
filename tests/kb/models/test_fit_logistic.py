"""A ridge logistic regression, where the solution is known."""

from math import log

import numpy as np
import pytest

from kb.models.fit_logistic import fit_logistic
from kb.models.logistic_model import sigmoid

# Of the rows with signal 0 one in four is positive, of those with signal 1 three in four.
SIGNALS = np.array([[0], [0], [0], [0], [1], [1], [1], [1]], np.float64)
LABELS = np.array([1, 0, 0, 0, 1, 1, 1, 0], np.float64)


def test_without_a_ridge_the_shares_are_reproduced() -> None:
    found = fit_logistic(SIGNALS, LABELS, ridge=0.0)
    assert found == pytest.approx([log(3 / 1) - log(1 / 3), log(1 / 3)], abs=1e-3)
    assert sigmoid(SIGNALS[[0, 7]] @ found[:1] + found[1]) == pytest.approx([1 / 4, 3 / 4], abs=1e-3)


def test_a_ridge_draws_coefficients_towards_0_and_leaves_the_intercept() -> None:
    slope, intercept = fit_logistic(SIGNALS, LABELS, ridge=1e6)
    assert slope == pytest.approx(0.0, abs=1e-3)
    assert intercept == pytest.approx(log(4 / 4), abs=1e-3)


def test_a_signal_that_never_varies_has_no_say() -> None:
    slope, intercept = fit_logistic(np.ones((4, 1)), np.array([1.0, 1.0, 1.0, 0.0]), ridge=0.1)
    assert slope == 0.0
    assert intercept == pytest.approx(log(3 / 1), abs=1e-3)


def test_a_row_counts_by_its_weight() -> None:
    weights = np.array([9.0, 1.0])
    _, intercept = fit_logistic(np.zeros((2, 1)), np.array([1.0, 0.0]), 0.0, weights)
    assert intercept == pytest.approx(log(9 / 1), abs=1e-3)
