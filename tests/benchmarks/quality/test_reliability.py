"""Told relevance beside what was relevant."""

import pytest

from benchmarks.quality.reliability import Bin, bin_reliability, brier_score


def test_a_bin_holds_the_mean_told_and_the_share_relevant() -> None:
    low, high = bin_reliability([0.1, 0.3, 0.9], [0, 1, 1], n_bins=2)
    assert (low.low, low.high, low.n) == (0.0, 0.5, 2)
    assert low.told == pytest.approx((0.1 + 0.3) / 2)
    assert low.relevant == 1 / 2
    assert high == Bin(low=0.5, high=1.0, n=1, told=0.9, relevant=1.0)


def test_one_is_in_the_last_bin_and_a_bound_in_the_upper_bin() -> None:
    assert [b.n for b in bin_reliability([0.5, 1.0], [0, 0], n_bins=2)] == [0, 2]


def test_an_empty_bin_has_no_means() -> None:
    assert bin_reliability([0.9], [1], n_bins=2)[0] == Bin(low=0.0, high=0.5, n=0, told=None, relevant=None)


def test_the_brier_score_is_the_mean_squared_difference() -> None:
    assert brier_score([0.8, 0.4], [1, 0]) == pytest.approx((0.2**2 + 0.4**2) / 2)


def test_lists_of_two_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="1 relevances cannot be paired with 2"):
        brier_score([0.5], [0, 1])
