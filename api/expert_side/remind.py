"""Organisations reminded of calendars that nobody has confirmed for long: once, until they are confirmed again."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from api.access.errors import MailNotSent
from api.accounts.mail import MailServer
from api.accounts.of_expert import list_addresses_of
from api.expert_side.messages import write_reminder
from api.store.database import Database
from api.store.experts.calendars import HIDDEN_AFTER, claim_reminder, list_stale, take_back_reminder

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sender:
    """How messages leave. base_url : what the addresses in them begin with"""

    mail: MailServer
    base_url: str


def remind_stale(database: Database, sender: Sender, today: date, now: datetime) -> int:
    """How many messages were sent. What could not be is logged without a name, and tried again the next day.

    A reminder is marked as sent before it is, so that two processes never send the same.
    """
    with database.reading() as session:
        stale = {slug: (day, list_addresses_of(session, slug)) for slug, day in list_stale(session, today).items()}
    return sum(_remind(database, sender, slug, *told, now) for slug, told in stale.items() if told[1])


def _remind(
    database: Database, sender: Sender, slug: str, confirmed: date, addresses: Sequence[str], now: datetime
) -> int:
    with database.session() as session:
        if not claim_reminder(session, slug, now):
            return 0
    hidden = confirmed + HIDDEN_AFTER + timedelta(days=1)
    message = write_reminder(confirmed, hidden, f"{sender.base_url}/min-kalender")
    n_sent = sum(_send(sender.mail, address, message) for address in addresses)
    if not n_sent:
        with database.session() as session:
            take_back_reminder(session, slug)
    return n_sent


def _send(mail: MailServer, address: str, message: tuple[str, str]) -> bool:
    try:
        mail.send(address, *message)
    except MailNotSent as error:
        _log.error("a reminder of a calendar was not sent: %s", error)
        return False
    return True
