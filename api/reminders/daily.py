"""Reminders sent when the service starts and every day that it runs, where there is a mail server and an address."""

from collections.abc import Callable
from datetime import date, datetime

from api.accounts.mail import MailServer
from api.daily import repeat_daily
from api.reminders.send import Post, send_due
from api.settings import Settings
from api.store.database import Database


def make_post(settings: Settings) -> Post | None:
    """How messages leave; None without a mail server, or without the address that people reach the service at."""
    if not settings.mail_server or not settings.public_url:
        return None
    return Post(MailServer(settings.mail_server, settings.mail_from), settings.public_url)


async def remind_daily(
    database: Database, post: Post | None, today: Callable[[], date], now: Callable[[], datetime]
) -> None:
    """Send what is due at once and then once a day, until cancelled; without a way out for messages, nothing."""
    if post:
        await repeat_daily(lambda: send_due(database, post, today(), now()), "no reminder was sent")
