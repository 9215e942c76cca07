"""The experts allocated among the open cases of the advisor's desk: asked for, shown, changed by hand, shown again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response
from starlette.datastructures import FormData

from api.access.current_account import database_of, now_of
from api.access.require import require
from api.access.signed_in import SignedIn
from api.access.token import new_token
from api.asks.ask import Sent
from api.asks.ask_allocated import AskedNow
from api.cases.allocation.allocator import Allocator
from api.cases.allocation.read_desk import Reach, ReadDesk, choose_desk, read_desk
from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.languages import Language, load_strings
from api.pages.cases.addresses import ALLOCATION
from api.pages.cases.allocation.asked import NOTHING_ASKED, QUOTAS, AskedAllocation, read_asked, read_reach
from api.pages.cases.allocation.shown import ShownProposal, show_proposal
from api.pages.cases.spell_refusal import spell_refusal
from api.pages.frame.fault import Fault, name_fault, spell_faults
from api.pages.frame.form_fields import CheckedFields
from api.pages.frame.private import render_form_page
from api.store.allocation.desk import list_desk
from api.store.cases.errors import AllocationsBusy
from api.store.cases.find_case import find_case
from api.store.cases.propose import list_proposed
from kb.documents import Expert
from kb.errors import KbError
from kb.search.searcher import Searcher

NO_FAULTS: Mapping[str, Fault] = {}
Advisor = Annotated[SignedIn, Depends(require("advisor"))]

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@dataclass(frozen=True, slots=True)
class Desk:
    """What the page is of. proposed : id and title of cases with confirmed experts, whom nobody has asked yet"""

    account: SignedIn
    searcher: Searcher
    today: date
    read: ReadDesk
    proposed: tuple[tuple[str, str, tuple[Expert, ...]], ...]


@dataclass(frozen=True, slots=True)
class ToldOfAsked:
    """sent : None where the expert was not asked, and why says why"""

    case_id: str
    title: str
    expert: Expert
    sent: Sent | None
    why: str


@router.get(ALLOCATION)
def show_form(
    request: Request,
    account: Advisor,
    searcher: CurrentSearcher,
    today: Today,
    language: ChosenLanguage,
    done: str = "",
    changed: str = "",
) -> Response:
    """done, changed : how many cases were confirmed just now, and how many had changed and were not."""
    desk = open_desk(request, account, searcher, today, "desk")
    return _render(request, desk, language, NOTHING_ASKED, None, done=_read_count(done), changed=_read_count(changed))


@router.post(ALLOCATION)
def run(
    request: Request,
    fields: CheckedFields,
    account: Advisor,
    searcher: CurrentSearcher,
    today: Today,
    language: ChosenLanguage,
) -> Response:
    """The proposal with what was decided by hand; nothing is stored."""
    desk = open_desk(request, account, searcher, today, read_reach(fields))
    return propose_and_render(request, desk, language, fields)


def open_desk(request: Request, account: SignedIn, searcher: Searcher, today: date, reach: Reach) -> Desk:
    """The cases that wait, as they are now."""
    snapshot = searcher.snapshot
    with database_of(request).reading() as session:
        items = list_desk(session, choose_desk(account, reach), now_of(request))
        proposed = list_proposed(session, [item.row.id for item in items])
    shown = tuple(
        (item.row.id, item.row.title, tuple(snapshot.experts[slug] for slug in slugs if slug in snapshot.experts))
        for item in items
        if (slugs := proposed.get(item.row.id))
    )
    return Desk(account, searcher, today, read_desk(items, snapshot, today), shown)


def propose_and_render(
    request: Request, desk: Desk, language: Language, fields: FormData, fault: Fault | None = None
) -> Response:
    """The page with the proposal, or with what is wrong with what was typed."""
    snapshot = desk.searcher.snapshot
    asked = read_asked(fields, desk.read.by_id.keys(), snapshot.experts.keys())
    if asked.faults:
        return _render(request, desk, language, asked, None, faults=asked.faults)
    allocator: Allocator = request.app.state.allocator
    try:
        with allocator.take_place():
            proposal = allocator.propose(
                desk.read,
                desk.searcher,
                desk.today,
                by_hand=asked.by_hand,
                quotas=asked.quotas,
                worst_first=asked.worst_first,
            )
    except AllocationsBusy as error:
        return _render(request, desk, language, asked, None, faults={"run": name_fault(error)})
    shown = show_proposal(desk.read, proposal, asked.by_hand, snapshot)
    return _render(request, desk, language, asked, shown, faults={"run": fault} if fault else {})


def render_asked(
    request: Request, desk: Desk, language: Language, asked_now: Sequence[AskedNow], n_changed: int
) -> Response:
    """The page with what came of asking the experts at once."""
    t = load_strings(language)
    ids = {one.case_id for one in asked_now}
    with database_of(request).reading() as session:
        titles = {case_id: find_case(session, case_id).title for case_id in ids}
    told = [
        ToldOfAsked(one.case_id, titles[one.case_id], one.expert, one.sent, _spell(one.refused, t)) for one in asked_now
    ]
    return _render(
        request, desk, language, NOTHING_ASKED, None, done=len(ids), changed=n_changed or None, asked_now=told
    )


def _spell(refused: KbError | None, t: Mapping[str, str]) -> str:
    return spell_refusal(refused, t) if refused else ""


def _read_count(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 5 else None


def _render(
    request: Request,
    desk: Desk,
    language: Language,
    asked: AskedAllocation,
    shown: ShownProposal | None,
    faults: Mapping[str, Fault] = NO_FAULTS,
    done: int | None = None,
    changed: int | None = None,
    asked_now: Sequence[ToldOfAsked] = (),
) -> Response:
    towns = {town.code: town.name for town in desk.searcher.snapshot.registers.municipalities}
    return render_form_page(
        request,
        "cases/allocation.html",
        language,
        next((fault.status for fault in faults.values()), 200),
        address=ALLOCATION,
        asked=asked,
        quotas=tuple(QUOTAS),
        n_cases=len(desk.read.cases),
        unread=desk.read.unread,
        proposed=desk.proposed,
        shown=shown,
        towns=towns,
        may_reach_all=desk.account.scope.kind == "all",
        faults=spell_faults(faults, load_strings(language)),
        once=new_token(),
        done=done,
        changed=changed,
        asked_now=asked_now,
    )
