"""Days as an iCalendar (RFC 5545) that any calendar can follow."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kb.icalendar.lines import escape, write_days, write_lines

_ALARM = ("BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:", "TRIGGER:-P7D", "END:VALARM")
"""A week before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """uid : the same every time that the day is written, so that a calendar moves it when it is changed"""

    uid: str
    day: date
    title: str
    url: str


def write_icalendar(name: str, days: Iterable[CalendarDay], stamp: date) -> bytes:
    """The days as an iCalendar with that name. stamp : the day it is written"""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Till handling//Plan//SV",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escape(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        *(line for day in days for line in _write_day(day, stamp)),
        "END:VCALENDAR",
    ]
    return write_lines(lines)


def _write_day(told: CalendarDay, stamp: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escape(told.uid)}"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield from write_days(told.day, told.day)
    yield f"SUMMARY:{escape(told.title)}"
    yield f"URL:{told.url}"
    yield from (line + (escape(told.title) if line == "DESCRIPTION:" else "") for line in _ALARM)
    yield "END:VEVENT"
