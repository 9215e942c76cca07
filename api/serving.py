"""The snapshot that is served, swapped by reference when another is published: no request sees half of each.

What organisations have said of their experts since is laid over it here, and so for everything that answers.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kb.embedding.embedder import Embedder
from kb.errors import DemonstrationRefused, KbError
from kb.models.models import Models
from kb.search.open_searcher import open_searcher
from kb.search.searcher import Searcher
from kb.search.told_experts import NOTHING_TOLD, ToldOfExperts, with_availability, with_booked, without_experts
from kb.snapshot.manifest import Manifest
from kb.snapshot.open_snapshot import open_current
from kb.snapshot.pointer import read_pointer
from kb.snapshot.snapshot import Snapshot

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Laid:
    """What was told, laid over a searcher. narrowed : without what is withdrawn, which takes longer to make"""

    published: Searcher
    told: ToldOfExperts
    narrowed: Searcher
    searcher: Searcher


class Serving:
    """Opens the current snapshot on first use, and the next one once it is published.

    told : asked for every request for what organisations have said of their experts; the same value as long as it is so
    with_demo : whether one with made-up experts may be served
    """

    def __init__(
        self,
        snapshots: Path,
        embedder: Embedder,
        models: Models,
        *,
        told: Callable[[], ToldOfExperts] = lambda: NOTHING_TOLD,
        with_demo: bool = False,
    ) -> None:
        self.folder = snapshots
        self._told = told
        self._laid: _Laid | None = None
        self._with_demo = with_demo
        self._embedder = embedder
        self._models = models
        self._searcher: Searcher | None = None
        self._refused: object = None
        self._lock = threading.Lock()

    @property
    def searcher(self) -> Searcher:
        """What answers: the current snapshot under what is told of its experts; raises as `published`."""
        published, told, laid = self.published, self._told(), self._laid
        if laid is None or laid.published is not published or laid.told is not told:
            with self._lock:
                laid = self._laid = _lay(published, told, self._laid)
        return laid.searcher

    @property
    def published(self) -> Searcher:
        """The searcher of the current snapshot as it was built; the one before stays when a new one cannot be opened.

        For those alone whose profiles it has: what is withdrawn is in it.

        Raises
        ------
        KbError : there is no snapshot that can be opened
        """
        current = read_pointer(self.folder)
        served = self._searcher
        if served and current == served.snapshot.manifest.id:
            return served
        with self._lock:
            return self._swap(current)

    @property
    def manifest(self) -> Manifest | None:
        """The manifest of the snapshot that answered last, None before any has."""
        return self._searcher.snapshot.manifest if self._searcher else None

    def _swap(self, current: str | None) -> Searcher:
        served = self._searcher
        state = _state(self.folder, current)
        if served and (current == served.snapshot.manifest.id or state == self._refused):
            return served
        try:
            self._searcher = open_searcher(self._open(), self._embedder, self._models)
        except (KbError, OSError) as error:
            if served is None:
                raise
            self._refused = state
            _log.error("snapshot %s refused, %s stays: %s", current, served.snapshot.manifest.id, error)
            return served
        _log.info("serving snapshot %s", self._searcher.snapshot.manifest.id)
        return self._searcher

    def _open(self) -> Snapshot:
        snapshot = open_current(self.folder)
        if snapshot.manifest.demo and not self._with_demo:
            raise DemonstrationRefused(
                f"snapshot {snapshot.manifest.id} has made-up experts; run `kb index` without --demo, "
                "or serve it as a demonstration with --demo (KB_DEMO=1)"
            )
        return snapshot


def _lay(published: Searcher, told: ToldOfExperts, before: _Laid | None) -> _Laid:
    is_narrowed = before and before.published is published and before.told.withdrawn == told.withdrawn
    narrowed = before.narrowed if before and is_narrowed else without_experts(published, told.withdrawn)
    timed = with_availability(narrowed, told.availability) if told.availability else narrowed
    return _Laid(published, told, narrowed, with_booked(timed, told.booked) if told.booked else timed)


def _state(snapshots: Path, current: str | None) -> object:
    """What changes when a snapshot does: a damaged one is tried again once it is built anew, or copied whole."""
    files = (snapshots / current).rglob("*") if current else ()
    try:
        return current, sorted((path.as_posix(), path.stat().st_size, path.stat().st_mtime_ns) for path in files)
    except OSError:  # it changes at this very moment
        return object()
