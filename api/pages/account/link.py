"""The page of a link that was sent: one click signs in. Opening it does nothing, for scanners of mail open it too."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access.cookies import FORM_COOKIE, SIGN_IN_COOKIE, drop_cookie, set_cookie
from api.access.current_account import database_of, now_of
from api.accounts.links import LINK_PATH, use_link, whose_link
from api.accounts.sign_ins import LASTS
from api.deps import ChosenLanguage
from api.pages.account.way_back import read_way_back
from api.pages.frame.form_fields import CheckedFields, read_typed
from api.pages.frame.private import keep_nowhere, render_form_page

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(LINK_PATH + "{token}")
def show_link(request: Request, language: ChosenLanguage, token: str, till: str = "") -> Response:
    address = whose_link(database_of(request), token, now_of(request))
    return render_form_page(request, "account/link.html", language, token=token, address=address, till=till)


@router.post("/logga-in/lank")
def sign_in_by_link(request: Request, fields: CheckedFields) -> Response:
    token, till = read_typed(fields, ("token", "till")).values()
    return signed_in(request, use_link(database_of(request), token, now_of(request)), read_way_back(till))


def signed_in(request: Request, cookie: str, then: str) -> Response:
    """The answer that signs the browser in and leads on; what it was before is forgotten."""
    answer = keep_nowhere(RedirectResponse(then, 303))
    set_cookie(request, answer, SIGN_IN_COOKIE, cookie, int(LASTS.total_seconds()))
    drop_cookie(request, answer, FORM_COOKIE)
    return answer
