"""Months as a form sends them, "2027-03", and the period that two of them make."""

from datetime import date

from kb.booking.months import end_of_month
from kb.documents import Period
from kb.errors import PeriodRejected
from kb.matching.calendar import list_months


def read_month(text: str) -> date | None:
    """The first day of the month, None for an empty text; raises PeriodRejected."""
    try:
        return date.fromisoformat(f"{text.strip()}-01") if text.strip() else None
    except ValueError as error:
        raise PeriodRejected("a month is not written as 2027-03; choose one in the list") from error


def write_month_value(day: date) -> str:
    """The day's month as `read_month` reads it."""
    return f"{day.year:04}-{day.month:02}"


def choose_months(first: str, last: str, today: date) -> Period:
    """Whole months from first to last; with one of them that month alone, with neither twelve months from today.

    Raises
    ------
    PeriodRejected : a month that cannot be read, or the last before the first
    """
    begin, end = read_month(first), read_month(last)
    if not begin and not end:
        return Period(today, list_months(today)[-1].last)
    begin, end = begin or min(today.replace(day=1), end or today), end or begin or today
    if end < begin:
        raise PeriodRejected(f"the period ends {end:%Y-%m}, before it begins {begin:%Y-%m}; swap the two months")
    return Period(begin, end_of_month(end))
