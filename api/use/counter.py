"""Counts of use, gathered in memory and written every minute, so that nobody waits for a database."""

import asyncio
import logging
import threading
from collections import Counter
from collections.abc import Callable
from datetime import date

from api.store.database import Database
from api.store.national.use import UseOf, add_counts, fold_months
from kb.errors import KbError

WRITTEN_EACH_S = 60.0
MOST_KEPT = 100_000
"""Different counts kept while the database is away; what comes after that is not counted."""
_log = logging.getLogger(__name__)


class UseCounter:
    """is_on : whether anything is counted at all"""

    def __init__(self, database: Database, *, is_on: bool) -> None:
        self._database = database
        self.is_on = is_on
        self._counts: Counter[UseOf] = Counter()
        self._lock = threading.Lock()
        self._folded: date | None = None

    def count(self, use: UseOf) -> None:
        with self._lock:
            if self.is_on and (use in self._counts or len(self._counts) < MOST_KEPT):
                self._counts[use] += 1

    def write(self, today: date) -> None:
        """Write what has been counted since; once a day, have days that are old become months.

        Raises
        ------
        StoreUnusable, StoreKeyUnusable : it cannot be written; it is kept for the next time
        """
        with self._lock:
            counts, self._counts = self._counts, Counter()
        if not counts and self._folded == today:
            return
        try:
            with self._database.session() as session:
                add_counts(session, counts)
                fold_months(session, today)
        except BaseException:
            with self._lock:
                self._counts.update(counts)
            raise
        self._folded = today


async def write_use(counter: UseCounter, today: Callable[[], date]) -> None:
    """Write every minute until cancelled."""
    while True:
        await asyncio.sleep(WRITTEN_EACH_S)
        await asyncio.to_thread(write_kept, counter, today)


def write_kept(counter: UseCounter, today: Callable[[], date]) -> None:
    """Write, or log that it could not be done."""
    try:
        counter.write(today())
    except (KbError, OSError) as error:
        _log.error("use was not written, it is kept for the next time: %s", error)
