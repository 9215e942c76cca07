"""An invitation that calendars answer (RFC 5546), as Outlook reads it: asked, moved, called off."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

from kb.icalendar.lines import escape, quote, write_days, write_lines

Method = Literal["REQUEST", "CANCEL"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """Whole days from first to last, both included.

    uid : the same as long as it is the same invitation; sequence : from 0, up by one for each change, so that a
    calendar knows the later of two
    organiser, attendees : addresses; organiser_name : shown in their stead where a calendar shows names
    """

    uid: str
    sequence: int
    first: date
    last: date
    title: str
    text: str
    url: str
    organiser: str
    organiser_name: str
    attendees: Sequence[str]


def write_invitation(method: Method, invitation: Invitation, at: datetime) -> bytes:
    """The invitation as text/calendar with that method. at : the moment it is written"""
    lines = [
        "BEGIN:VCALENDAR",
        "PRODID:-//Till handling//Bokning//SV",
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
        f"METHOD:{method}",
        "BEGIN:VEVENT",
        *_write_event(method, invitation, at),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return write_lines(lines)


def _write_event(method: Method, told: Invitation, at: datetime) -> Iterator[str]:
    yield f"UID:{escape(told.uid)}"
    yield f"SEQUENCE:{told.sequence}"
    yield f"DTSTAMP:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield from write_days(told.first, told.last)
    yield f"SUMMARY:{escape(told.title)}"
    yield f"DESCRIPTION:{escape(told.text)}"
    yield f"URL:{told.url}"
    yield f"ORGANIZER;CN={quote(told.organiser_name)}:mailto:{told.organiser}"
    yield from (_write_attendee(address) for address in told.attendees)
    yield f"STATUS:{'CANCELLED' if method == 'CANCEL' else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"  # some hours within the days: the days themselves stay open for others
    yield "CLASS:PUBLIC"


def _write_attendee(address: str) -> str:
    asked = "CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE"
    return f"ATTENDEE;{asked};CN={quote(address)}:mailto:{address}"
