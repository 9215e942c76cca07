"""What is done every minute for letters of cases: holds that ran out are told, what was not taken is tried again."""

from collections.abc import Callable
from datetime import datetime

from api.accounts.mail import MailServer
from api.asks.names import names_in
from api.asks.run_out import tell_run_out
from api.daily import repeat_every
from api.outbox.send import send_due, send_written
from api.serving import Serving
from api.settings import Settings
from api.store.database import Database

EVERY_S = 60.0


async def post_periodically(
    database: Database, serving: Serving, mail: MailServer | None, settings: Settings, now: Callable[[], datetime]
) -> None:
    """At once and then every minute, until cancelled."""
    base_url = settings.public_url or ""

    def post() -> None:
        moment = now()
        told = tell_run_out(database, names_in(serving), base_url if mail else "", moment)
        if mail:
            send_written(database, mail, told, moment)
            send_due(database, mail, moment)

    await repeat_every(EVERY_S, post, "no letter of a case was sent")
