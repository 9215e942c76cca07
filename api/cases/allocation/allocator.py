"""What allocates: a few at a time, so that the service answers others meanwhile, and remembering what cases came to."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from threading import BoundedSemaphore, Lock

from api.cases.allocation.read_desk import ReadDesk
from api.store.cases.errors import AllocationsBusy
from kb.progress import Progress, be_silent
from kb.search.searcher import Searcher
from kb.staffing.allocation import TIME_LIMIT_S
from kb.staffing.by_hand import ByHand
from kb.staffing.case import Case
from kb.staffing.match_cases import MatchedCase
from kb.staffing.propose_allocation import AllocationProposal, propose_allocation
from kb.staffing.quotas import Quotas

MOST_REMEMBERED = 1000
"""Cases whose matches are kept in memory, until the index, the experts or the day is another."""


class Allocator:
    """Makes proposals, at most n_places at the same time in this process; made once a service.

    To match a case takes longer than to allocate it, and one who changes by hand runs the same cases again and again.
    """

    def __init__(self, n_places: int, time_limit_s: float = TIME_LIMIT_S) -> None:
        self._places = BoundedSemaphore(n_places)
        self._time_limit_s = time_limit_s
        self._lock = Lock()
        self._known_by: tuple[Searcher, date] | None = None
        self._known: dict[Case, MatchedCase] = {}

    @contextmanager
    def take_place(self) -> Iterator[None]:
        """A place among those that allocate at the same time, for as long as the block runs.

        Raises
        ------
        AllocationsBusy : as many allocations as may be are being made
        """
        if not self._places.acquire(blocking=False):
            raise AllocationsBusy("as many allocations as the service may are being made; ask again in a while")
        try:
            yield
        finally:
            self._places.release()

    def propose(
        self,
        desk: ReadDesk,
        searcher: Searcher,
        today: date,
        *,
        by_hand: ByHand,
        quotas: Quotas,
        worst_first: bool,
        progress: Progress = be_silent,
    ) -> AllocationProposal:
        """The proposal for the desk, for whoever has taken a place."""
        proposal = propose_allocation(
            [case for _, case in desk.cases],
            searcher,
            today,
            asked_today={item.row.id: item.asked for item, _ in desk.cases},
            by_hand=by_hand,
            quotas=quotas,
            worst_first=worst_first,
            time_limit_s=self._time_limit_s,
            known=self._recall(searcher, today),
            progress=progress,
        )
        self._remember(searcher, today, proposal)
        return proposal

    def _recall(self, searcher: Searcher, today: date) -> dict[Case, MatchedCase]:
        with self._lock:
            return self._known if self._is_of(searcher, today) else {}

    def _remember(self, searcher: Searcher, today: date, proposal: AllocationProposal) -> None:
        with self._lock:
            new = {item.case: item for item in proposal.matched}
            old = self._known if self._is_of(searcher, today) else {}
            self._known = dict(list({**old, **new}.items())[-MOST_REMEMBERED:])
            self._known_by = (searcher, today)

    def _is_of(self, searcher: Searcher, today: date) -> bool:
        return self._known_by is not None and self._known_by[0] is searcher and self._known_by[1] == today
