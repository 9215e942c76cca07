"""Calendars as text, made of the lines that a test cares about."""

from collections.abc import Sequence

STOCKHOLM = """BEGIN:VTIMEZONE
TZID:Europe/Stockholm
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE"""


def calendar(*events: str, zone: str = STOCKHOLM) -> bytes:
    """A calendar of the events, each a text of its lines."""
    told = [_event(number, lines.split("\n")) for number, lines in enumerate(events)]
    text = "\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//SV", zone, *told, "END:VCALENDAR", ""))
    return text.replace("\n", "\r\n").encode()


def _event(number: int, lines: Sequence[str]) -> str:
    uid = [] if any(line.startswith("UID") for line in lines) else [f"UID:{number}@example.se"]
    stamp = "DTSTAMP:20261101T000000Z"
    return "\n".join(("BEGIN:VEVENT", *uid, stamp, "SUMMARY:Möte om Zebrafinken", *lines, "END:VEVENT"))
