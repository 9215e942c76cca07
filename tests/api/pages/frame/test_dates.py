"""Days and periods in words."""

from datetime import date

import pytest

from api.languages import load_strings
from api.pages.frame.dates import write_day, write_month, write_period
from kb.documents import Period

SV, EN = load_strings("sv"), load_strings("en")


def test_a_day_and_a_month_have_their_year() -> None:
    assert (write_day(date(2027, 3, 5), SV), write_month(date(2027, 3, 5), SV)) == ("5 mars 2027", "mars 2027")
    assert write_day(date(2027, 5, 5), EN) == "5 May 2027"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((2027, 3, 1), (2027, 3, 31), "mars 2027"),
        ((2027, 3, 1), (2027, 5, 31), "mars–maj 2027"),
        ((2026, 12, 1), (2027, 1, 31), "december 2026 – januari 2027"),
        ((2027, 3, 15), (2027, 3, 15), "15 mars 2027"),
        ((2027, 3, 15), (2027, 3, 31), "15–31 mars 2027"),
        ((2027, 2, 22), (2027, 3, 7), "22 februari – 7 mars 2027"),
        ((2026, 12, 21), (2027, 1, 6), "21 december 2026 – 6 januari 2027"),
    ],
)
def test_a_period_says_once_what_its_ends_share(
    first: tuple[int, int, int], last: tuple[int, int, int], words: str
) -> None:
    assert write_period(Period(date(*first), date(*last)), SV) == words
