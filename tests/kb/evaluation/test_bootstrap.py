"""How sure a mean is."""

from math import isnan

import numpy as np
import pytest

from kb.evaluation.bootstrap import bootstrap_interval, compare_paired


def test_equal_values_leave_no_doubt() -> None:
    assert bootstrap_interval([0.5, 0.5, 0.5]) == (0.5, 0.5)


def test_two_values_resample_to_either_alone() -> None:
    # four draws in equal share: (0, 0), (0, 1), (1, 0), (1, 1); a quarter is more than a tail of 2.5 %
    assert bootstrap_interval([0.0, 1.0]) == (0.0, 1.0)


def test_the_interval_of_many_values_is_that_of_the_normal_distribution() -> None:
    values = [0.0, 1.0] * 200
    half = 1.96 * np.std(values) / np.sqrt(len(values))
    assert bootstrap_interval(values) == pytest.approx((0.5 - half, 0.5 + half), abs=0.006)


def test_the_same_seed_gives_the_same_interval() -> None:
    values = [0.1, 0.4, 0.7, 0.2, 0.9]
    assert bootstrap_interval(values, seed=3) == bootstrap_interval(values, seed=3)


def test_no_values_have_no_interval() -> None:
    assert all(isnan(end) for end in bootstrap_interval([]))


def test_a_paired_difference_is_ours_minus_theirs_query_by_query() -> None:
    theirs = [0.0, 0.25, 0.5, 0.75]
    ours = [value + 0.125 for value in theirs]
    # the queries differ much, each pair by the same: pairing takes the doubt away
    assert compare_paired(ours, theirs) == (0.125, (0.125, 0.125))


def test_values_of_different_queries_cannot_be_paired() -> None:
    with pytest.raises(ValueError, match="2 values cannot be paired with 1"):
        compare_paired([1.0, 0.0], [1.0])
