"""Days, periods, numbers and lists as the language of a page writes them: Unicode CLDR, as Babel has it.

t : the strings of the language, whose `locale` names it
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Literal, Protocol

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from kb.booking.months import end_of_month

Strings = Mapping[str, str]


class Days(Protocol):
    """Days from the first to the last, both counted."""

    @property
    def first(self) -> date: ...
    @property
    def last(self) -> date: ...


def write_day(day: date, t: Strings) -> str:
    """The day with its month in full and its year.

    >>> write_day(date(2027, 3, 5), {"locale": "sv_SE"})
    '5 mars 2027'
    """
    return format_date(day, "long", t["locale"])


def write_month(day: date, t: Strings) -> str:
    """The day's month with its year, as "mars 2027"."""
    return format_skeleton("yMMMM", day, locale=t["locale"])


def write_short_month(day: date, t: Strings) -> str:
    """The day's month as it heads a narrow column, as "sep."."""
    return format_date(day, "LLL", t["locale"])


def write_period(period: Days, t: Strings) -> str:
    """As short as it can be said: one day as a day, whole months by name, what both ends share once."""
    if period.first.day == 1 and period.last == end_of_month(period.last):
        return format_interval(period.first, period.last, "yMMMM", locale=t["locale"])
    return write_day(period.first, t) if period.first == period.last else _write_long_interval(period, t)


def write_days(period: Days, t: Strings) -> str:
    """Days of one month by number, as "15–31", or "15" for one."""
    return format_interval(period.first, period.last, "d", locale=t["locale"])


def write_number(value: float, t: Strings, n_decimals: int = 0) -> str:
    """The number with so many decimals.

    >>> write_number(28560, {"locale": "sv_SE"}), write_number(28560.5, {"locale": "en_GB"}, 1)
    ('28\\xa0560', '28,560.5')
    """
    return format_decimal(value, f"#,##0.{'0' * n_decimals}" if n_decimals else "#,##0", t["locale"])


def write_amount(value: float, t: Strings) -> str:
    """The number with the decimals that it has, at most two, as "7,5" or "8"."""
    return format_decimal(value, "#,##0.##", t["locale"])


def write_percent(share: float, t: Strings) -> str:
    """A share in [0, 1] in whole per cent, as "46 %"."""
    return format_percent(share, locale=t["locale"])


def write_list(items: Sequence[str], t: Strings, kind: Literal["standard", "or"] = "standard") -> str:
    """The items as a sentence has them, with an "och" before the last, or an "eller" for the kind "or"."""
    return format_list(items, kind, t["locale"])


def _write_long_interval(period: Days, t: Strings) -> str:
    """Two days as an interval with the months in full; those that CLDR has ready shorten their names."""
    ends = period.first, period.last
    largest = next(letter for letter, part in _PARTS.items() if getattr(ends[0], part) != getattr(ends[1], part))
    patterns = Locale.parse(t["locale"]).interval_formats["yMMMd"][largest]
    return "".join(
        format_date(day, re.sub("M+", "MMMM", pattern), t["locale"])
        for day, pattern in zip(ends, patterns, strict=True)
    )


_PARTS = {"y": "year", "M": "month", "d": "day"}
"""Letter of CLDR's patterns -> part of a day, the largest first."""


def write_country(name: str, t: Strings) -> str:
    """The Swedish name of a country in the language of the page; a name that is no country's stays.

    >>> write_country("Tyskland", {"locale": "en_GB"})
    'Germany'
    """
    code = _swedish_countries().get(name)
    return Locale.parse(t["locale"]).territories.get(code, name) if code else name


@cache
def _swedish_countries() -> Mapping[str, str]:
    return {name: code for code, name in Locale("sv").territories.items()}
