"""The period that help is asked for."""

from datetime import date

import pytest

from kb.documents import Period
from kb.errors import DescriptionRejected
from kb.matching.period import choose_period

TODAY = date(2026, 11, 22)
FIRST, LAST = date(2027, 1, 1), date(2027, 6, 30)


def test_a_period_that_is_given_is_taken() -> None:
    assert choose_period(FIRST, LAST, TODAY) == Period(FIRST, LAST)


def test_without_a_first_day_it_begins_today() -> None:
    assert choose_period(None, LAST, TODAY) == Period(TODAY, LAST)


def test_without_a_last_day_it_lasts_90_days() -> None:
    assert choose_period(FIRST, None, TODAY) == Period(FIRST, date(2027, 4, 1))
    assert choose_period(None, None, TODAY) == Period(TODAY, date(2027, 2, 20))


def test_a_single_day_is_a_period() -> None:
    assert choose_period(FIRST, FIRST, TODAY) == Period(FIRST, FIRST)


def test_a_period_that_ends_before_it_begins_is_rejected() -> None:
    with pytest.raises(DescriptionRejected, match="ends 2027-01-01, before it begins 2027-06-30; swap the two days"):
        choose_period(LAST, FIRST, TODAY)
