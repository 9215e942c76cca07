"""Days and periods as a person reads them: "15–31 mars 2027"."""

from collections.abc import Mapping
from datetime import date

from kb.documents import Period
from kb.matching.calendar import end_of_month

Strings = Mapping[str, str]


def write_day(day: date, t: Strings) -> str:
    """ "15 mars 2027"."""
    return f"{day.day} {write_month(day, t)}"


def write_month(day: date, t: Strings) -> str:
    """ "mars 2027"."""
    return f"{t[f'month_{day.month}']} {day.year}"


def write_period(period: Period, t: Strings) -> str:
    """As short as it can be said: whole months by name, what is the same of both days once."""
    first, last = period.first, period.last
    if first.day == 1 and last == end_of_month(last):
        return _join_months(first, last, t)
    if first == last:
        return write_day(first, t)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{write_day(last, t)}"
    begin = f"{first.day} {t[f'month_{first.month}']}" if first.year == last.year else write_day(first, t)
    return f"{begin} – {write_day(last, t)}"


def _join_months(first: date, last: date, t: Strings) -> str:
    end = write_month(last, t)
    if (first.year, first.month) == (last.year, last.month):
        return end
    begin = t[f"month_{first.month}"]
    return f"{begin}–{end}" if first.year == last.year else f"{begin} {first.year} – {end}"
