"""A proposal confirmed: its ticked pairs become experts to ask, and what had changed meanwhile is told."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access.current_account import database_of, now_of
from api.asks.ask_allocated import ask_allocated
from api.cases.allocation.confirm import choose, confirm
from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.pages.cases.addresses import ALLOCATION
from api.pages.cases.allocation.asked import read_pairs, read_reach, read_seen
from api.pages.cases.allocation.page import Advisor, open_desk, propose_and_render, render_asked
from api.pages.frame.fault import Fault, name_fault
from api.pages.frame.form_fields import CheckedFields, read_typed
from api.store.cases.errors import CaseRejected, UnknownCase

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.post(f"{ALLOCATION}/bekrafta")
def confirm_proposal(
    request: Request,
    fields: CheckedFields,
    account: Advisor,
    searcher: CurrentSearcher,
    today: Today,
    language: ChosenLanguage,
) -> Response:
    """Back to the page, which has what is to be asked, or what came of asking; what cannot be confirmed is proposed
    anew."""
    pairs, once = read_pairs(fields), read_typed(fields, ("once",))["once"]
    fault = None if pairs else Fault("allocation_fault_none")
    if pairs:
        try:
            with database_of(request).session() as session:
                chosen = choose(pairs, read_seen(fields))
                confirmed = confirm(session, account, chosen, searcher.snapshot, today, now_of(request), once)
        except (CaseRejected, UnknownCase) as error:
            fault = name_fault(error)
    if fault:
        return propose_and_render(
            request, open_desk(request, account, searcher, today, read_reach(fields)), language, fields, fault
        )
    if read_typed(fields, ("ask_now",))["ask_now"]:
        experts = {case_id: chosen.experts[case_id] for case_id in confirmed.cases}
        asked_now = list(ask_allocated(request, experts, once, searcher))
        desk = open_desk(request, account, searcher, today, "desk")
        return render_asked(request, desk, language, asked_now, len(confirmed.changed))
    address = f"{ALLOCATION}?done={len(confirmed.cases)}&changed={len(confirmed.changed)}"
    return RedirectResponse(address, 303)
