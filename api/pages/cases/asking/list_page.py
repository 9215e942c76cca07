"""The cases of one's municipality, each with where it stands."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from api.access.current_account import database_of
from api.access.require import require
from api.access.signed_in import SignedIn
from api.cases.status import tell_status
from api.deps import ChosenLanguage, Today
from api.pages.cases.addresses import LIST
from api.pages.frame.private import render_form_page
from api.store.cases.list_cases import list_own

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(LIST)
def show_list(
    request: Request,
    language: ChosenLanguage,
    today: Today,
    account: Annotated[SignedIn, Depends(require("coordinator"))],
) -> Response:
    with database_of(request).reading() as session:
        cases = list_own(session, account.scope.code)
    listed = [(case, tell_status(case, today)) for case in cases]
    return render_form_page(request, "cases/list.html", language, cases=listed)
