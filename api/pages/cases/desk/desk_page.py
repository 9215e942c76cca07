"""The advisors' desk: what is new, waits, runs and is overdue, and with whom."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from api.access.current_account import database_of, now_of
from api.access.require import require
from api.access.signed_in import SignedIn
from api.deps import ChosenLanguage, Today
from api.languages import load_strings
from api.pages.cases.addresses import DESK
from api.pages.cases.names import name_desks, name_towns
from api.pages.frame.private import render_form_page
from api.store.cases.list_cases import LYING, AtDesk, count_lying, list_at_desk
from api.store.cases.name_writers import name_writers

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(DESK)
def show_desk(
    request: Request,
    language: ChosenLanguage,
    today: Today,
    account: Annotated[SignedIn, Depends(require("advisor"))],
    lage: str = "",
    lan: str = "",
    mina: str = "",
    bradskar: str = "",
) -> Response:
    """Without a way of lying all that go on, and the ended ones when they are asked for."""
    lying = next((way for way in LYING if way == lage), None)
    wanted = AtDesk(
        county=account.scope.code,
        only=lan if len(lan) == 2 and lan.isdecimal() else "",
        advisor_id=account.id if mina else "",
        is_urgent=bool(bradskar),
    )
    with database_of(request).reading() as session:
        all_of_desk = list_at_desk(session, wanted, today, now_of(request))
        names = name_writers(session, {told.case.advisor_id or "" for told in all_of_desk})
    shown = [told for told in all_of_desk if (lying in told.lying if lying else "ended" not in told.lying)]
    t = load_strings(language)
    return render_form_page(
        request,
        "cases/desk.html",
        language,
        cases=shown,
        counts=count_lying(all_of_desk),
        names=names,
        towns=name_towns(request),
        desks=name_desks(request, t),
        chosen={"lage": lying or "", "lan": wanted.only, "mina": bool(mina), "bradskar": bool(bradskar)},
        sees_all=not account.scope.code,
        account=account,
    )
