"""The period that help is asked for, where the asker leaves out one end or both."""

from datetime import date, timedelta

from kb.documents import Period
from kb.errors import DescriptionRejected

LENGTH = timedelta(days=90)


def choose_period(first: date | None, last: date | None, today: date) -> Period:
    """From first, or today, to last, or LENGTH later.

    Raises
    ------
    DescriptionRejected : it would end before it begins
    """
    begin = first or today
    end = last or min(begin, date.max - LENGTH) + LENGTH
    if end < begin:
        raise DescriptionRejected(f"the period ends {end}, before it begins {begin}; swap the two days")
    return Period(begin, end)
