"""What an iCalendar has as busy: events that last whole days and hours, once and again, moved and cancelled."""

from datetime import date, timedelta

import pytest

from api.expert_side.feed.busy_days import find_busy_days
from api.expert_side.feed.icalendar_reader import MOST_EVENTS, IcalendarReader
from api.store.experts.errors import FeedRejected
from kb.documents import Period
from tests.api.expert_side.feed.calendars import calendar

FIRST, LAST = date(2026, 11, 22), date(2027, 12, 31)
ALL_DAY = "DTSTART;VALUE=DATE:"


def busy(*events: str, first: date = FIRST, last: date = LAST) -> list[str]:
    """The busy periods, each as `first--last`, one day as itself."""
    found = find_busy_days(IcalendarReader().list_busy(calendar(*events), first, last), first, last)
    return [_write(period) for period in found]


def _write(period: Period) -> str:
    return str(period.first) if period.first == period.last else f"{period.first}--{period.last}"


CASES: dict[str, tuple[str, list[str]]] = {
    "a day": (f"{ALL_DAY}20261201", ["2026-12-01"]),
    "a day with its end": (f"{ALL_DAY}20261201\nDTEND;VALUE=DATE:20261202", ["2026-12-01"]),
    "a week": (f"{ALL_DAY}20261207\nDTEND;VALUE=DATE:20261212", ["2026-12-07--2026-12-11"]),
    "days by their number": (f"{ALL_DAY}20261207\nDURATION:P3D", ["2026-12-07--2026-12-09"]),
    "half a day": ("DTSTART:20261201T080000\nDTEND:20261201T120000", ["2026-12-01"]),
    "less than half a day": ("DTSTART:20261201T080000\nDTEND:20261201T115900", []),
    "hours by their number": ("DTSTART:20261201T080000\nDURATION:PT5H", ["2026-12-01"]),
    "a moment": ("DTSTART:20261201T080000", []),
    "hours in UTC, over midnight here": ("DTSTART:20261201T220000Z\nDTEND:20261202T030000Z", ["2026-12-02"]),
    "hours in a zone": (
        "DTSTART;TZID=Europe/Stockholm:20261201T080000\nDTEND;TZID=Europe/Stockholm:20261201T170000",
        ["2026-12-01"],
    ),
    "hours over several days": ("DTSTART:20261201T130000\nDTEND:20261203T110000", ["2026-12-01--2026-12-03"]),
    "free": (f"{ALL_DAY}20261201\nTRANSP:TRANSPARENT", []),
    "busy, said so": (f"{ALL_DAY}20261201\nTRANSP:OPAQUE\nSTATUS:CONFIRMED", ["2026-12-01"]),
    "free in Outlook": (f"{ALL_DAY}20261201\nX-MICROSOFT-CDO-BUSYSTATUS:FREE", []),
    "cancelled": (f"{ALL_DAY}20261201\nSTATUS:CANCELLED", []),
    "perhaps": (f"{ALL_DAY}20261201\nSTATUS:TENTATIVE", ["2026-12-01"]),
    "gone": (f"{ALL_DAY}20261101", []),
    "under way": (f"{ALL_DAY}20261120\nDTEND;VALUE=DATE:20261125", ["2026-11-22--2026-11-24"]),
    "later than is asked": (f"{ALL_DAY}20280101", []),
    "by the day": (f"{ALL_DAY}20261201\nRRULE:FREQ=DAILY;COUNT=3", ["2026-12-01--2026-12-03"]),
    "by every other day": (
        f"{ALL_DAY}20261201\nRRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20261205",
        ["2026-12-01", "2026-12-03", "2026-12-05"],
    ),
    "by the week on two days": (
        f"{ALL_DAY}20261201\nRRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3",
        ["2026-12-01", "2026-12-03", "2026-12-08"],
    ),
    "by the month on its second Tuesday": (
        f"{ALL_DAY}20261208\nRRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=2",
        ["2026-12-08", "2027-01-12"],
    ),
    "by the year, from long ago": (f"{ALL_DAY}20101224\nRRULE:FREQ=YEARLY", ["2026-12-24", "2027-12-24"]),
    "without one of them": (
        f"{ALL_DAY}20261201\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20261202",
        ["2026-12-01", "2026-12-03"],
    ),
    "with one more": (f"{ALL_DAY}20261201\nRDATE;VALUE=DATE:20261210", ["2026-12-01", "2026-12-10"]),
    "by the hour is taken once": (f"{ALL_DAY}20261201\nRRULE:FREQ=HOURLY", ["2026-12-01"]),
    "by the second is taken once": ("DTSTART:20261201T080000\nDURATION:PT5H\nRRULE:FREQ=SECONDLY", ["2026-12-01"]),
    "ends before it begins": ("DTSTART:20261201T080000\nDTEND:20261130T080000", []),
}


@pytest.mark.parametrize("name", CASES)
def test_an_event_takes_the_days_that_it_should(name: str) -> None:
    event, expected = CASES[name]
    assert busy(event) == expected


def test_short_meetings_of_one_day_are_added_up_and_what_overlaps_counts_once() -> None:
    morning, noon = "DTSTART:20261201T080000\nDTEND:20261201T100000", "DTSTART:20261201T090000\nDTEND:20261201T110000"
    assert busy(morning, noon) == []
    assert busy(morning, noon, "DTSTART:20261201T150000\nDTEND:20261201T160000") == ["2026-12-01"]


def test_one_of_a_series_is_moved_and_one_cancelled() -> None:
    series = f"UID:serie\n{ALL_DAY}20261201\nRRULE:FREQ=WEEKLY;COUNT=3"
    moved = f"UID:serie\nRECURRENCE-ID;VALUE=DATE:20261208\n{ALL_DAY}20261209"
    gone = f"UID:serie\nRECURRENCE-ID;VALUE=DATE:20261215\n{ALL_DAY}20261215\nSTATUS:CANCELLED"
    assert busy(series, moved, gone) == ["2026-12-01", "2026-12-09"]


def test_summer_time_moves_the_day_that_an_hour_is_of() -> None:
    """22.30 UTC is 0.30 here in summer and 23.30 in winter."""
    length = "\nDURATION:PT6H"
    assert busy(f"DTSTART:20270701T223000Z{length}") == ["2027-07-02"]
    assert busy(f"DTSTART:20270101T223000Z{length}") == ["2027-01-02"]


def test_an_endless_series_stops_where_the_asked_days_do() -> None:
    last = FIRST + timedelta(days=731)
    assert busy(f"{ALL_DAY}20200101\nRRULE:FREQ=DAILY", last=last) == [f"{FIRST}--{last}"]


def test_two_calendars_in_one_file_are_both_read() -> None:
    both = calendar(f"{ALL_DAY}20261201") + calendar(f"{ALL_DAY}20261203")
    found = find_busy_days(IcalendarReader().list_busy(both, FIRST, LAST), FIRST, LAST)
    assert [period.first.day for period in found] == [1, 3]


def test_a_calendar_without_events_is_free() -> None:
    assert busy() == []


@pytest.mark.parametrize(
    "raw",
    [b"", b"<html></html>", b"BEGIN:VCALENDAR\r\n", b"\xff\xfe\x00", b"BEGIN:VEVENT\r\nEND:VEVENT\r\n", b"\x00" * 1000],
    ids=["nothing", "html", "cut short", "UTF-16", "an event alone", "zeros"],
)
def test_what_is_no_calendar_is_told_as_damaged(raw: bytes) -> None:
    with pytest.raises(FeedRejected, match="share it anew") as told:
        IcalendarReader().list_busy(raw, FIRST, LAST)
    assert told.value.key == "damaged"


def test_an_event_that_is_wrong_takes_nothing_from_the_others() -> None:
    wrong = [
        "DTSTART:i morgon",
        "DTSTART:20261301T080000\nDTEND:20261301T170000",
        f"{ALL_DAY}20261201\nRRULE:FREQ=IBLAND",
        "SUMMARY:utan tid",
    ]
    assert "2026-12-03" in busy(*wrong, f"{ALL_DAY}20261203")


def test_a_calendar_with_too_many_events_is_refused() -> None:
    with pytest.raises(FeedRejected, match="share fewer years") as told:
        busy(*[f"{ALL_DAY}20261201"] * (MOST_EVENTS + 1))
    assert told.value.key == "many"
