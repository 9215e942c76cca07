"""Calendars in the format of RFC 5545: the one module that names `icalendar` and `recurring_ical_events`."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

from api.expert_side.feed.busy_days import BusyTime
from api.store.experts.errors import FeedRejected

MOST_EVENTS = 5_000
"""As they stand in the file."""
MOST_TIMES = 20_000
"""With all that comes back."""
_RULES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
"""How often an event may come back; what comes back by the hour or closer is taken once."""
_HERE = ZoneInfo("Europe/Stockholm")
_NOT_BUSY = {"STATUS": "CANCELLED", "TRANSP": "TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS": "FREE"}
_FAULTS = (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError)
"""What the two libraries raise at a calendar that is wrong somewhere."""


class IcalendarReader:
    """Reads what Outlook, Google, Apple and others share as .ics."""

    def list_busy(self, raw: bytes, first: date, last: date) -> list[BusyTime]:
        try:
            calendars = icalendar.Calendar.from_ical(raw, multiple=True)
            if not calendars:
                raise ValueError("no calendar")
            found = [event for calendar in calendars for event in _expand(calendar, first, last)]
            return [busy for event in found if _is_busy(event) and (busy := _read_time(event))]
        except _FAULTS as error:
            fault = f"the calendar cannot be read ({type(error).__name__})"
            raise FeedRejected("damaged", f"{fault}; share it anew, or keep the days by hand") from None


def _expand(calendar: Any, first: date, last: date) -> Iterator[Any]:
    """The events that touch the days, each of those that come back by itself."""
    if calendar.name != "VCALENDAR":
        raise ValueError(calendar.name)
    events = calendar.walk("VEVENT")
    if len(events) > MOST_EVENTS:
        raise _too_many(MOST_EVENTS)
    calendar.subcomponents = [part for part in calendar.subcomponents if part.name != "VEVENT" or _is_whole(part)]
    query = recurring_ical_events.of(calendar, components=["VEVENT"], skip_bad_series=True)
    found = query.between(first, last + timedelta(days=1))
    if len(found) > MOST_TIMES:
        raise _too_many(MOST_TIMES)
    yield from found


def _is_whole(event: Any) -> bool:
    """Whether the event can be read. A rule by which it comes back too often is dropped."""
    try:
        rules = event.get("RRULE", [])
        for rule in rules if isinstance(rules, list) else [rules]:
            if not {str(word).upper() for word in rule["FREQ"]} <= set(_RULES):
                del event["RRULE"]
                break
        return bool(_read_time(event))
    except _FAULTS:
        return False


def _is_busy(event: Any) -> bool:
    return not any(str(event.get(name, "")).upper() == value for name, value in _NOT_BUSY.items())


def _read_time(event: Any) -> BusyTime | None:
    """When the event is, in the time of the place; None for one that takes no time."""
    begin = event["DTSTART"].dt
    end = event["DTEND"].dt if "DTEND" in event else begin + _length(event, begin)
    is_all_day = not isinstance(begin, datetime)
    if is_all_day and _as_day(end) <= begin:
        end = begin + timedelta(days=1)
    told = BusyTime(_place(begin), _place(end), is_all_day)
    return told if told.begin < told.end else None


def _length(event: Any, begin: date) -> timedelta:
    if "DURATION" in event:
        length: timedelta = event["DURATION"].dt
        return length
    return timedelta() if isinstance(begin, datetime) else timedelta(days=1)


def _place(moment: date) -> datetime:
    """The moment on the clocks here; one without a zone is of them already."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    return moment.astimezone(_HERE).replace(tzinfo=None) if moment.tzinfo else moment


def _as_day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _too_many(n: int) -> FeedRejected:
    return FeedRejected("many", f"the calendar has more than {n} events; share fewer years of it")
