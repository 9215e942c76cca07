"""The plans of one's municipality, or those that advisors have been given, listed and searched."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.access.current_account import database_of, now_of
from api.access.require import require
from api.access.signed_in import SignedIn
from api.access.token import new_token
from api.deps import ChosenLanguage
from api.languages import Language, load_strings
from api.pages.frame.fault import Fault, spell_faults
from api.pages.frame.private import render_form_page
from api.pages.plans.saved.addresses import LIST
from api.store.plans.erase import DRAFTS_KEPT, list_erasures
from api.store.plans.list_plans import PAGE, Wanted, list_plans
from api.store.plans.tables import SavedPlan

WARNED = timedelta(days=60)
"""Before a draft is erased for its age."""

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(LIST)
def show_list(
    request: Request,
    language: ChosenLanguage,
    account: Annotated[SignedIn, Depends(require("coordinator", "advisor"))],
    sok: str = "",
    sida: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> Response:
    return render_list(request, language, account, {}, sok[:200], sida)


def render_list(
    request: Request, language: Language, account: SignedIn, faults: Mapping[str, Fault], words: str = "", page: int = 1
) -> Response:
    """The list, with what is wrong with a file that was to be opened."""
    wanted = Wanted(account.scope.code, for_advisors=account.role == "advisor", words=words)
    with database_of(request).reading() as session:
        found = list_plans(session, wanted, page)
        erasures = list_erasures(session, account.scope.code) if account.role == "coordinator" else ()
    return render_form_page(
        request,
        "saved/list.html",
        language,
        next((fault.status for fault in faults.values()), 200),
        faults=spell_faults(faults, load_strings(language)),
        found=found,
        leaving={plan.id for plan in found.plans if _is_leaving(request, plan)},
        erase_after=DRAFTS_KEPT,
        erasures=erasures,
        words=words,
        page=page,
        n_pages=-(-found.n // PAGE),
        may_open=account.role == "coordinator",
        once=new_token(),
    )


def _is_leaving(request: Request, plan: SavedPlan) -> bool:
    """Whether the draft is soon erased for its age."""
    return plan.state == "draft" and plan.changed + DRAFTS_KEPT - WARNED < now_of(request)
