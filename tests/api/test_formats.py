"""Days, periods, numbers and lists in the words of each language."""

from datetime import date

import pytest

from api.formats import (
    write_amount,
    write_day,
    write_days,
    write_list,
    write_month,
    write_number,
    write_percent,
    write_period,
    write_short_month,
)
from api.languages import load_strings
from kb.documents import Period

SV, EN = load_strings("sv"), load_strings("en")
Day = tuple[int, int, int]

PERIODS: list[tuple[Day, Day, str, str]] = [
    ((2027, 3, 1), (2027, 3, 31), "mars 2027", "March 2027"),
    ((2027, 3, 1), (2027, 5, 31), "mars–maj 2027", "March – May 2027"),
    ((2026, 12, 1), (2027, 1, 31), "december 2026–januari 2027", "December 2026 – January 2027"),
    ((2027, 3, 15), (2027, 3, 15), "15 mars 2027", "15 March 2027"),
    ((2027, 3, 15), (2027, 3, 31), "15–31 mars 2027", "15 – 31 March 2027"),
    ((2027, 2, 22), (2027, 3, 7), "22 februari–7 mars 2027", "22 February – 7 March 2027"),
    ((2026, 12, 21), (2027, 1, 6), "21 december 2026–6 januari 2027", "21 December 2026 – 6 January 2027"),
    ((2027, 3, 5), (2028, 3, 5), "5 mars 2027–5 mars 2028", "5 March 2027 – 5 March 2028"),
    ((9999, 12, 1), (9999, 12, 31), "december 9999", "December 9999"),
]


def test_a_day_and_a_month_have_their_year() -> None:
    assert (write_day(date(2027, 3, 5), SV), write_month(date(2027, 3, 5), SV)) == ("5 mars 2027", "mars 2027")
    assert (write_day(date(2027, 5, 5), EN), write_month(date(2027, 5, 5), EN)) == ("5 May 2027", "May 2027")


def test_a_narrow_column_has_the_months_as_the_language_shortens_them() -> None:
    months = [date(2027, month, 1) for month in (1, 3, 6, 9)]
    assert [write_short_month(day, SV) for day in months] == ["jan.", "mars", "juni", "sep."]
    assert [write_short_month(day, EN) for day in months] == ["Jan", "Mar", "Jun", "Sept"]


@pytest.mark.parametrize(("first", "last", "swedish", "english"), PERIODS)
def test_a_period_says_once_what_its_ends_share(first: Day, last: Day, swedish: str, english: str) -> None:
    period = Period(date(*first), date(*last))
    assert write_period(period, SV) == swedish
    assert write_period(period, EN).replace("\u2009", " ") == english  # a thin space on either side of the dash


def test_one_day_of_a_month_is_told_as_a_day() -> None:
    assert write_days(Period(date(2027, 3, 15), date(2027, 3, 31)), SV) == "15–31"
    assert write_days(Period(date(2027, 3, 15), date(2027, 3, 15)), SV) == "15"


def test_numbers_have_the_decimals_that_are_asked_for_or_that_they_have() -> None:
    assert (write_number(0.0174, SV, 4), write_number(1234.5, SV, 1)) == ("0,0174", "1\xa0234,5")
    assert [write_amount(value, SV) for value in (7.5, 8.0, 37.926)] == ["7,5", "8", "37,93"]
    assert write_amount(7.5, EN) == "7.5"


def test_a_per_cent_stays_by_its_number() -> None:
    assert (write_percent(0.464, SV), write_percent(0.464, EN)) == ("46\xa0%", "46%")


def test_a_list_ends_as_a_sentence_does() -> None:
    assert [write_list(items, SV) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a och b",
        "a, b och c",
    ]
    assert (write_list(["a", "b", "c"], EN), write_list(["a", "b", "c"], SV, "or")) == ("a, b and c", "a, b eller c")
