"""Months of a form become a period."""

from datetime import date

import pytest

from api.pages.experts.asked_months import choose_months, read_month, write_month_value
from kb.documents import Period
from kb.errors import PeriodRejected
from tests.builders import TODAY


def test_a_month_is_read_as_it_is_written() -> None:
    assert read_month(write_month_value(date(2027, 3, 14))) == date(2027, 3, 1)
    assert read_month(" ") is None


@pytest.mark.parametrize("text", ["mars", "2027-13", "2027-3-1", "2027-03-01", "'--"])
def test_what_is_no_month_is_refused_without_being_repeated(text: str) -> None:
    with pytest.raises(PeriodRejected) as refused:
        read_month(text)
    assert text not in str(refused.value)


def test_one_month_is_that_month_alone() -> None:
    march = Period(date(2027, 3, 1), date(2027, 3, 31))
    assert choose_months("2027-03", "2027-03", TODAY) == march
    assert choose_months("2027-03", "", TODAY) == march


def test_a_last_month_alone_begins_with_the_month_that_it_is() -> None:
    assert choose_months("", "2027-01", TODAY) == Period(date(2026, 11, 1), date(2027, 1, 31))
    assert choose_months("", "2026-05", TODAY) == Period(date(2026, 5, 1), date(2026, 5, 31))


def test_without_months_it_is_the_coming_twelve() -> None:
    assert choose_months("", "", TODAY) == Period(TODAY, date(2027, 10, 31))


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(PeriodRejected, match="swap"):
        choose_months("2027-03", "2027-02", TODAY)
