"""What is done for the experts' calendars when the service starts and every day that it runs."""

from collections.abc import Callable
from datetime import date, datetime

from api.daily import repeat_daily
from api.expert_side.feed.fetch_feed import fetch_feed
from api.expert_side.feed.follow import Fetch, read_all_feeds
from api.expert_side.remind import Sender, remind_stale
from api.store.database import Database


async def keep_calendars_daily(
    database: Database,
    sender: Sender | None,
    today: Callable[[], date],
    now: Callable[[], datetime],
    fetch: Fetch = fetch_feed,
) -> None:
    """Read the calendars that are followed and remind of the stale ones, at once and then once a day, until cancelled.

    sender : None without a way out for messages, when nobody is reminded
    """

    def keep() -> None:
        read_all_feeds(database, today(), now(), fetch)
        if sender:
            remind_stale(database, sender, today(), now())

    await repeat_daily(keep, "no calendar was read and nobody reminded of one")
