"""What organisations have said of their experts, as the service knows it: read anew at most every half minute.

What this process changes it knows at once. Where the database does not answer, what was known last stands.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from api.store.database import Database
from api.store.experts.changes import count_changes
from api.store.experts.told import read_told
from kb.errors import KbError
from kb.search.told_experts import NOTHING_TOLD, ToldOfExperts

READ_AGAIN = timedelta(seconds=30)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Read:
    """told : what was read, at a moment of a day, after so many changes by this process"""

    told: ToldOfExperts
    at: datetime
    day: date
    n_changes: int


class ToldExperts:
    """Called, it gives what is told; the same value for as long as nothing is read anew."""

    def __init__(self, database: Database, today: Callable[[], date], now: Callable[[], datetime]) -> None:
        self._database = database
        self._today = today
        self._now = now
        self._read: _Read | None = None
        self._lock = threading.Lock()

    def __call__(self) -> ToldOfExperts:
        known = self._read
        if known and self._is_fresh(known):
            return known.told
        if not self._lock.acquire(blocking=known is None):  # somebody is reading it, maybe from a server that is slow
            return known.told if known else NOTHING_TOLD
        try:
            if self._read is known or self._read is None or not self._is_fresh(self._read):
                self._read = self._read_anew()
            return self._read.told
        finally:
            self._lock.release()

    def _is_fresh(self, known: _Read) -> bool:
        is_recent = timedelta(0) <= self._now() - known.at < READ_AGAIN
        return is_recent and (known.day, known.n_changes) == (self._today(), count_changes())

    def _read_anew(self) -> _Read:
        """Counted before it is read, so that a change meanwhile is read once more rather than missed."""
        now, day, n_changes = self._now(), self._today(), count_changes()
        known = self._read.told if self._read else NOTHING_TOLD
        try:
            with self._database.reading() as session:
                told = read_told(session, day, now)
        except (KbError, OSError) as error:
            _log.error("what is told of experts was not read, what was known stands: %s", error)
            told = known
        return _Read(known if told == known else told, now, day, n_changes)
