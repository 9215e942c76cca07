"""Days are counted with both ends, absences that overlap once."""

from datetime import date

from kb.booking.months import clip, count_days_there, month_of, split_by_month
from kb.documents import Period

MARCH = Period(date(2027, 3, 1), date(2027, 3, 31))


def test_a_period_is_split_where_months_end() -> None:
    assert list(split_by_month(Period(date(2027, 1, 30), date(2027, 3, 2)))) == [
        Period(date(2027, 1, 30), date(2027, 1, 31)),
        month_of(date(2027, 2, 11)),
        Period(date(2027, 3, 1), date(2027, 3, 2)),
    ]


def test_the_last_month_of_all_ends_on_its_last_day() -> None:
    assert list(split_by_month(Period(date.max, date.max))) == [Period(date.max, date.max)]


def test_days_of_absence_that_overlap_are_taken_off_once() -> None:
    away = (Period(date(2027, 3, 3), date(2027, 3, 10)), Period(date(2027, 3, 5), date(2027, 4, 2)))
    assert count_days_there(MARCH, away) == 2
    assert count_days_there(MARCH, ()) == 31


def test_a_part_that_is_none_is_none() -> None:
    assert clip(Period(date(2027, 4, 1), date(2027, 4, 2)), MARCH) is None
    assert clip(Period(date(2027, 2, 1), date(2027, 3, 1)), MARCH) == Period(date(2027, 3, 1), date(2027, 3, 1))
