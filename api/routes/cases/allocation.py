"""The experts allocated among the open cases of an advisor's desk: proposed, and confirmed."""

from collections.abc import Set
from contextlib import ExitStack
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from api.access.current_account import database_of, now_of
from api.access.require import require
from api.access.signed_in import SignedIn
from api.cases.allocation.allocator import Allocator
from api.cases.allocation.confirm import choose, confirm
from api.cases.allocation.read_desk import choose_desk, read_desk
from api.deps import CurrentSearcher, Today
from api.progress_stream import stream_progress, wants_lines
from api.routes.answers import ALLOCATION_ANSWERS
from api.routes.saved.asked import CHECKED, Once
from api.schemas.cases.allocation import (
    ConfirmationIn,
    ConfirmationOut,
    DeskAllocationIn,
    DeskAllocationOut,
    by_hand_of,
    confirmation_out,
    desk_allocation_out,
)
from api.schemas.quotas import quotas_of
from api.store.allocation.desk import list_desk
from kb.errors import CasesRejected
from kb.progress import Progress, be_silent
from kb.snapshot.snapshot import Snapshot
from kb.staffing.by_hand import ByHand

Advisor = Annotated[SignedIn, Depends(require("advisor"))]

router = APIRouter(prefix="/v1/case-allocations", tags=["ärenden"], responses=ALLOCATION_ANSWERS)


@router.post(
    "",
    summary="Förslag till fördelning av öppna ärenden",
    response_model=DeskAllocationOut,
    dependencies=CHECKED,
)
def propose(
    request: Request, account: Advisor, searcher: CurrentSearcher, today: Today, body: DeskAllocationIn
) -> DeskAllocationOut | Response:
    """Ingenting sparas. Med `Accept: application/x-ndjson` berättas hur långt det har kommit."""
    with database_of(request).reading() as session:
        desk = read_desk(
            list_desk(session, choose_desk(account, body.reach), now_of(request)), searcher.snapshot, today
        )
    by_hand, allocator = by_hand_of(body), _allocator_of(request)
    _check(by_hand, desk.by_id.keys(), searcher.snapshot)
    with ExitStack() as stack:
        stack.enter_context(allocator.take_place())
        place = stack.pop_all()  # whoever answers gives it back

    def find(progress: Progress) -> DeskAllocationOut:
        with place:
            proposal = allocator.propose(
                desk,
                searcher,
                today,
                by_hand=by_hand,
                quotas=quotas_of(body.quotas),
                worst_first=body.worst_first,
                progress=progress,
            )
        return desk_allocation_out(desk, proposal)

    return stream_progress(request, find) if wants_lines(request) else find(be_silent)


@router.post("/confirmed", summary="Bekräfta en fördelning", dependencies=CHECKED)
def confirm_pairs(
    request: Request, account: Advisor, searcher: CurrentSearcher, today: Today, body: ConfirmationIn, once: Once = ""
) -> ConfirmationOut:
    """Experterna blir föreslagna i ärendena, att fråga. Samma `Idempotency-Key` bekräftar en gång."""
    pairs = [(case.case, slug) for case in body.cases for slug in case.experts]
    chosen = choose(pairs, {case.case: case.seen for case in body.cases})
    with database_of(request).session() as session:
        confirmed = confirm(session, account, chosen, searcher.snapshot, today, now_of(request), once)
    return confirmation_out(confirmed, today)


def _allocator_of(request: Request) -> Allocator:
    allocator: Allocator = request.app.state.allocator
    return allocator


def _check(by_hand: ByHand, known: Set[str], snapshot: Snapshot) -> None:
    """What is decided by hand must be of cases at the desk and of experts in the index."""
    cases = (by_hand.given.keys() | by_hand.nobody) - known
    faults = [f"{case_id!r} is no open case at the desk; leave it out" for case_id in cases]
    slugs = {*by_hand.given.values(), *by_hand.out} - snapshot.experts.keys()
    faults += [f"no expert {slug!r} in the index; leave it out" for slug in slugs]
    if faults:
        raise CasesRejected("\n".join(sorted(faults)))
