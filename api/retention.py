"""What is erased for its age, when the service starts and every day that it runs.

Drafts that nobody has written in for 24 months, cases that ended 24 months ago, what was said of answers 24 months ago,
and accounts of practice that are not published and were last touched 24 months ago.
"""

from collections.abc import Callable
from datetime import datetime

from api.daily import repeat_daily
from api.store.cases.erase import erase_ended
from api.store.database import Database
from api.store.exchange.erase import erase_old_practice
from api.store.learning.erase import erase_old
from api.store.plans.erase import erase_stale


async def erase_daily(database: Database, now: Callable[[], datetime]) -> None:
    """Erase what is due at once and then once a day, until cancelled."""
    await repeat_daily(lambda: erase_due(database, now()), "nothing was erased by retention")


def erase_due(database: Database, now: datetime) -> int:
    """How many drafts, cases, judgements and accounts were erased; of the first two a proof is left."""
    with database.session() as session:
        n_proved = len(erase_stale(session, now)) + len(erase_ended(session, now))
        return n_proved + erase_old(session, now) + erase_old_practice(session, now)
