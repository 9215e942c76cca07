"""Days as an iCalendar."""

from datetime import date

from kb.icalendar.lines import MAX_LINE_BYTES
from kb.plans.working.icalendar import CalendarDay, write_icalendar

STAMP = date(2026, 12, 1)
DAY = CalendarDay(uid="a@b", day=date(2027, 12, 31), title="Följ upp; planen, nu", url="https://stod.example.se/p")


def test_a_day_is_an_event_of_the_whole_day() -> None:
    lines = write_icalendar("Plan", [DAY], STAMP).decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert "DTSTART;VALUE=DATE:20271231" in lines
    assert "DTEND;VALUE=DATE:20280101" in lines
    assert "SUMMARY:Följ upp\\; planen\\, nu" in lines
    assert "DTSTAMP:20261201T000000Z" in lines
    assert lines[-2:] == ["END:VCALENDAR", ""]


def test_long_lines_are_folded_between_letters() -> None:
    title = "å" * 200
    written = write_icalendar(title, [], STAMP)
    lines = written.split(b"\r\n")
    assert max(map(len, lines)) <= MAX_LINE_BYTES
    assert f"X-WR-CALNAME:{title}" in written.decode().replace("\r\n ", "")
