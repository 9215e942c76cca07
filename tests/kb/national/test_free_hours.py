"""Hours count when nobody has booked them and the expert is there."""

from datetime import date

import pytest

from kb.documents import Booked, Period
from kb.national.free_hours import AHEAD, count_free_hours
from tests.builders import make_expert

TODAY = date(2026, 11, 22)


def test_free_hours_are_those_that_nobody_has_booked_on_days_when_the_expert_is_there() -> None:
    """22 November to 19 February: 9 of 30 days, December and January whole, 19 of 28."""
    expert = make_expert("rad", hours_per_month=10)
    assert date(2027, 2, 19) == TODAY + AHEAD
    assert count_free_hours(expert, TODAY) == pytest.approx(10 * (9 / 30 + 1 + 1 + 19 / 28))
    away = make_expert("rad", hours_per_month=10, unavailable=(Period(date(2026, 12, 1), date(2026, 12, 31)),))
    assert count_free_hours(away, TODAY) == pytest.approx(10 * (9 / 30 + 1 + 19 / 28))
    booked = make_expert("rad", hours_per_month=10, booked=(Booked(date(2027, 1, 4), date(2027, 1, 8), 6.0, "a"),))
    assert count_free_hours(booked, TODAY) == pytest.approx(10 * (9 / 30 + 1 + 1 + 19 / 28) - 6)
