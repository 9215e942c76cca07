"""Twelve months of an expert, worked out by hand."""

from datetime import date

import pytest

from kb.booking.months import end_of_month
from kb.documents import Period
from kb.matching.calendar import list_months, show_months
from tests.builders import TODAY, make_expert


def test_the_months_begin_with_the_one_that_it_is() -> None:
    months = list_months(TODAY)
    assert len(months) == 12
    assert months[0] == Period(date(2026, 11, 1), date(2026, 11, 30))
    assert months[-1] == Period(date(2027, 10, 1), date(2027, 10, 31))


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2027, 2, 1), date(2027, 2, 28)),
        (date(2028, 2, 29), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2026, 12, 31)),
        (date(9999, 12, 3), date.max),
    ],
)
def test_a_month_ends_on_its_last_day(day: date, last: date) -> None:
    assert end_of_month(day) == last


def test_at_the_end_of_time_the_months_stop() -> None:
    assert len(list_months(date(9999, 11, 5))) == 2


def test_a_month_is_free_partly_free_or_busy() -> None:
    expert = make_expert("x", unavailable=(Period(date(2026, 12, 24), date(2027, 1, 31)),))
    november, december, january, february = show_months(expert, TODAY, TODAY, 4)
    assert [month.state for month in (november, december, january, february)] == ["free", "partly", "busy", "free"]
    assert december.free == (Period(date(2026, 12, 1), date(2026, 12, 23)),)
    assert january.free == ()


def test_two_absences_that_meet_make_a_month_busy() -> None:
    absences = (Period(date(2026, 12, 1), date(2026, 12, 15)), Period(date(2026, 12, 16), date(2026, 12, 31)))
    (_, december) = show_months(make_expert("x", unavailable=absences), TODAY, TODAY, 2)
    assert december.state == "busy"


def test_months_that_are_gone_or_beyond_the_calendar_are_unknown() -> None:
    october, november = show_months(make_expert("x"), date(2026, 10, 1), TODAY, 2)
    assert (october.state, november.state) == ("unknown", "free")
    assert november.free == (Period(TODAY, date(2026, 11, 30)),)
    (far,) = show_months(make_expert("x"), date(2036, 10, 1), TODAY, 1)
    assert (far.state, far.free) == ("unknown", ())
