"""Values that are a number or a range."""

import pytest

from kb.national.priority.support import NOTHING, Support, rate_support
from kb.national.priority.told import MISSING, Told, average, exactly, within


def test_a_range_has_its_middle_for_a_number_and_what_is_missing_may_be_anything() -> None:
    assert within(0.25, 0.75) == Told(0.25, 0.5, 0.75)
    assert (MISSING.low, MISSING.point, MISSING.high, MISSING.is_missing) == (0.0, 0.5, 1.0, True)
    assert exactly(0.3).is_exact
    assert not MISSING.is_exact


@pytest.mark.parametrize("ends", [(-0.1, 0.0, 0.5), (0.5, 0.4, 0.6), (0.5, 0.5, 1.1)])
def test_ends_out_of_order_are_no_value(ends: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="not in order"):
        Told(*ends)


def test_the_mean_of_none_is_missing() -> None:
    assert average([]) == MISSING


def test_who_has_asked_more_and_had_less_comes_first() -> None:
    """Two of three open cases; 6 of 24 hours leave three quarters."""
    assert rate_support(Support(n_open=2, hours=6.0)) == {"asked": exactly(2 / 3), "had": exactly(0.75)}
    assert rate_support(Support(n_open=9, hours=60.0)) == {"asked": exactly(1.0), "had": exactly(0.0)}
    assert rate_support(NOTHING) == {"asked": exactly(0.0), "had": exactly(1.0)}
