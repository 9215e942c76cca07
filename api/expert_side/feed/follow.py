"""Calendars that are followed, read: fetched and read with no database held, then kept as days."""

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta

from api.expert_side.feed.fetch_feed import fetch_feed
from api.expert_side.feed.read_apart import read_busy_days
from api.store.database import Database
from api.store.experts.calendars import get_calendar, keep_feed, keep_feed_fault, list_followed
from api.store.experts.errors import CalendarRejected, FeedRejected

AHEAD = timedelta(days=731)
"""Two years, and the day that one of them may have more."""
Fetch = Callable[[str], bytes]
_log = logging.getLogger(__name__)


def read_feed(
    database: Database, slug: str, address: str, today: date, now: datetime, fetch: Fetch = fetch_feed
) -> str:
    """Why the calendar at the address could not be read, empty where it was; either is kept."""
    try:
        busy = read_busy_days(fetch(address), today, today + AHEAD)
    except FeedRejected as error:
        with database.session() as session:
            keep_feed_fault(session, slug, address, error.key)
        return error.key
    with database.session() as session:
        keep_feed(session, slug, address, busy, now)
    return ""


def read_own_feed(database: Database, slug: str, today: date, now: datetime, fetch: Fetch = fetch_feed) -> str:
    """The same for the calendar that the expert follows.

    Raises
    ------
    NoCalendar : nothing has been said of the expert's time
    CalendarRejected : it follows none
    """
    with database.session() as session:
        address = get_calendar(session, slug).feed_address
    if not address:
        raise CalendarRejected("no calendar is followed; save the address of one first")
    return read_feed(database, slug, address, today, now, fetch)


def read_all_feeds(database: Database, today: date, now: datetime, fetch: Fetch = fetch_feed) -> int:
    """How many followed calendars were read. Those that were not are logged, without their addresses."""
    with database.reading() as session:
        followed = list_followed(session)
    faults = {slug: read_feed(database, slug, address, today, now, fetch) for slug, address in followed.items()}
    for slug, fault in faults.items():
        if fault:
            _log.warning("the calendar that %s follows was not read: %s", slug, fault)
    return sum(not fault for fault in faults.values())
