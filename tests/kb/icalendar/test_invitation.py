"""An invitation has what Outlook wants: method, organiser, whom is asked, a sequence that goes up."""

from dataclasses import replace
from datetime import UTC, date, datetime

from kb.icalendar.invitation import Invitation, Method, write_invitation

AT = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)
INVITATION = Invitation(
    uid="3f@till-handling",
    sequence=0,
    first=date(2026, 12, 1),
    last=date(2026, 12, 3),
    title="Stöd från Rådgivare, barn till Älvdala, ärende K7M2QX",
    text="8 timmar",
    url="https://till-handling.example.se/arenden/3f",
    organiser="till-handling@example.se",
    organiser_name="Till handling",
    attendees=("stod@example.se", "samordnare@alvdala.example.se"),
)


def _read(method: Method, invitation: Invitation) -> list[str]:
    return write_invitation(method, invitation, AT).replace(b"\r\n ", b"").decode().split("\r\n")


def test_who_is_asked_answers_the_organiser() -> None:
    lines = _read("REQUEST", INVITATION)
    assert lines[:5] == [
        "BEGIN:VCALENDAR",
        "PRODID:-//Till handling//Bokning//SV",
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
        "METHOD:REQUEST",
    ]
    assert 'ORGANIZER;CN="Till handling":mailto:till-handling@example.se' in lines
    asked = "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE"
    assert f'{asked};CN="stod@example.se":mailto:stod@example.se' in lines
    assert len([line for line in lines if line.startswith("ATTENDEE")]) == 2
    assert "SUMMARY:Stöd från Rådgivare\\, barn till Älvdala\\, ärende K7M2QX" in lines
    assert lines[-3:] == ["END:VEVENT", "END:VCALENDAR", ""]


def test_days_are_whole_and_the_end_is_the_day_after() -> None:
    lines = _read("REQUEST", INVITATION)
    assert "DTSTART;VALUE=DATE:20261201" in lines
    assert "DTEND;VALUE=DATE:20261204" in lines
    assert "DTSTAMP:20261122T123000Z" in lines


def test_moved_is_the_same_invitation_with_a_higher_sequence_and_called_off_a_cancel() -> None:
    moved = replace(INVITATION, sequence=1, first=date(2026, 12, 2))
    lines = _read("REQUEST", moved)
    assert {"UID:3f@till-handling", "SEQUENCE:1", "STATUS:CONFIRMED"} <= set(lines)
    lines = _read("CANCEL", replace(moved, sequence=2))
    assert {"UID:3f@till-handling", "SEQUENCE:2", "METHOD:CANCEL", "STATUS:CANCELLED"} <= set(lines)
