"""The page of a link that was sent: one click signs in. Opening it does nothing, for scanners of mail open it too."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api.access.current_account import database_of, now_of
from api.accounts.links import LINK_PATH, use_link, whose_link
from api.deps import ChosenLanguage
from api.pages.account.way_back import read_way_back
from api.pages.frame.form_fields import CheckedFields, read_typed
from api.pages.frame.private import render_form_page
from api.pages.frame.signed_in import signed_in

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(LINK_PATH + "{token}")
def show_link(request: Request, language: ChosenLanguage, token: str, till: str = "") -> Response:
    address = whose_link(database_of(request), token, now_of(request))
    return render_form_page(request, "account/link.html", language, token=token, address=address, till=till)


@router.post("/logga-in/lank")
def sign_in_by_link(request: Request, fields: CheckedFields) -> Response:
    token, till = read_typed(fields, ("token", "till")).values()
    return signed_in(request, use_link(database_of(request), token, now_of(request)), read_way_back(till))
