"""Ranges of numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.national.expected.interval import Interval, multiply, round_outwards

NUMBERS = st.floats(-1e6, 1e6)
INTERVALS = st.tuples(NUMBERS, NUMBERS).map(lambda ends: Interval(min(ends), max(ends)))


def test_a_product_is_of_the_corners() -> None:
    assert multiply(Interval(10, 20), Interval(-0.5, 0.25)) == Interval(20 * -0.5, 20 * 0.25)
    assert multiply(Interval(10, 20), Interval(-0.5, -0.25)) == Interval(20 * -0.5, 10 * -0.25)


def test_each_end_is_rounded_outwards_to_two_digits() -> None:
    assert round_outwards(Interval(-123.4, -1.27)) == Interval(-130, -1.2)
    assert round_outwards(Interval(-1.27, 123.4)) == Interval(-1.3, 130)
    assert round_outwards(Interval(0.29, 0.58)) == Interval(0.29, 0.58)
    assert round_outwards(Interval(0, 0)) == Interval(0, 0)


def test_a_range_that_goes_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="goes backwards"):
        Interval(2, 1)


@given(INTERVALS)
def test_rounding_never_narrows(interval: Interval) -> None:
    rounded = round_outwards(interval)
    assert rounded.low <= interval.low
    assert interval.high <= rounded.high


@given(INTERVALS, INTERVALS, st.floats(0, 1), st.floats(0, 1))
def test_what_lies_within_each_lies_within_the_product(
    one: Interval, other: Interval, share: float, other_share: float
) -> None:
    value = one.low + share * (one.high - one.low)
    other_value = other.low + other_share * (other.high - other.low)
    product = multiply(one, other)
    leeway = 1e-9 * (1 + abs(product.low) + abs(product.high))
    assert product.low - leeway <= value * other_value <= product.high + leeway
