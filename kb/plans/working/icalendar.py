"""Days as an iCalendar (RFC 5545) that any calendar can follow."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MAX_LINE_BYTES = 75
"""Longer lines are folded (RFC 5545, 3.1)."""
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
        f"X-WR-CALNAME:{_escape(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        *(line for day in days for line in _write_day(day, stamp)),
        "END:VCALENDAR",
    ]
    return b"".join(_fold(line) + b"\r\n" for line in lines)


def _write_day(told: CalendarDay, stamp: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escape(told.uid)}"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{told.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{told.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escape(told.title)}"
    yield f"URL:{told.url}"
    yield from (line + (_escape(told.title) if line == "DESCRIPTION:" else "") for line in _ALARM)
    yield "END:VEVENT"


def _escape(text: str) -> str:
    """
    >>> _escape("a, b; c")
    'a\\\\, b\\\\; c'
    """
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _fold(line: str) -> bytes:
    """The line in pieces of MAX_LINE_BYTES, a letter never cut; every piece but the first begins with a space."""
    pieces, piece = [], b""
    for letter in (sign.encode() for sign in line):
        if len(piece) + len(letter) > MAX_LINE_BYTES:
            pieces.append(piece)
            piece = b" "
        piece += letter
    return b"\r\n".join((*pieces, piece))
