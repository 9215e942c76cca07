"""What is typed of an expert's time, read as a calendar."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from api.expert_side.feed.addresses import tidy_address
from api.store.experts.absences import merge_periods
from api.store.experts.calendars import MOST_CASES, MOST_HOURS, ToldCalendar
from api.store.experts.errors import CalendarRejected, FeedRejected
from kb.documents import Period


@dataclass(frozen=True, slots=True)
class TypedCalendar:
    """As it was typed. rows : first and last day of each absence; neither for none, no last for a single day"""

    hours: str
    cases: str
    rows: Sequence[tuple[str, str]]
    feed: str


def read_calendar(typed: TypedCalendar) -> tuple[ToldCalendar | None, Mapping[str, str]]:
    """The calendar, or None and field -> key of what is wrong with it; a row's field is `first-NUMBER`."""
    hours, cases = _read_number(typed.hours, MOST_HOURS), _read_number(typed.cases, MOST_CASES)
    faults = {
        **({} if hours else {"hours": "expert_side_fault_hours"}),
        **({} if cases else {"cases": "expert_side_fault_cases"}),
    }
    away = []
    for number, row in enumerate(typed.rows):
        try:
            away += _read_row(*row)
        except (ValueError, CalendarRejected):
            faults[f"first-{number}"] = "expert_side_fault_days"
    feed = typed.feed.strip()
    try:
        feed = tidy_address(feed) if feed else ""
    except FeedRejected as error:
        faults["feed"] = f"expert_side_feed_fault_{error.key}"
    return (None if faults else ToldCalendar(hours, cases, away, feed)), faults


def _read_number(text: str, most: int) -> int:
    """The number, 0 for what is none from 1 to most."""
    text = text.strip()
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 0
    return number if number <= most else 0


def _read_row(first: str, last: str) -> list[Period]:
    """The days; raises ValueError or CalendarRejected for what is none."""
    if not first.strip() and not last.strip():
        return []
    begin = date.fromisoformat(first.strip())
    return merge_periods([Period(begin, date.fromisoformat(last.strip()) if last.strip() else begin)])
