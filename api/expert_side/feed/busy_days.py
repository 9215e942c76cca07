"""The days that a calendar has as busy. Titles, places and people in it are read past and kept nowhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol

from api.store.experts.absences import merge_periods
from kb.documents import Period

BUSY_FROM = timedelta(hours=4)
"""Of a day: half a working day. Shorter meetings leave room for a case."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class BusyTime:
    """From begin until end, not included, both in the time of the place; is_all_day : it takes whole days"""

    begin: datetime
    end: datetime
    is_all_day: bool


class CalendarReader(Protocol):
    """What reads the format of calendars."""

    def list_busy(self, raw: bytes, first: date, last: date) -> list[BusyTime]:
        """What takes time from first to last, each of what comes back by itself.

        Raises
        ------
        FeedRejected : "damaged" or "many"
        """
        ...


def find_busy_days(times: Iterable[BusyTime], first: date, last: date) -> list[Period]:
    """The busy days from first to last, in order: those that an event takes whole, and those with BUSY_FROM taken."""
    days: set[date] = set()
    taken: dict[date, list[tuple[datetime, datetime]]] = {}
    for one in times:
        for day in _list_days(one, first, last):
            if one.is_all_day:
                days.add(day)
            else:
                taken.setdefault(day, []).append(_cut_to(day, one))
    days.update(day for day, parts in taken.items() if _add_up(parts) >= BUSY_FROM)
    return merge_periods(Period(day, day) for day in sorted(days))


def _list_days(one: BusyTime, first: date, last: date) -> list[date]:
    """The days that it touches."""
    begin, end = max(one.begin.date(), first), min((one.end - timedelta(microseconds=1)).date(), last)
    return [begin + timedelta(days=number) for number in range((end - begin).days + 1)]


def _cut_to(day: date, one: BusyTime) -> tuple[datetime, datetime]:
    midnight = datetime.combine(day, time())
    return max(one.begin, midnight), min(one.end, midnight + _DAY)


def _add_up(parts: Iterable[tuple[datetime, datetime]]) -> timedelta:
    """How long they take together; what overlaps counts once."""
    total, until = timedelta(), datetime.min
    for begin, end in sorted(parts):
        if end > until:
            total += end - max(begin, until)
            until = end
    return total
