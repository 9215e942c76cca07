"""To the sign-in service and back."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access.cookies import PROVIDER_COOKIE, drop_cookie, set_cookie
from api.access.current_account import database_of, now_of
from api.access.errors import ProviderRefused
from api.accounts.provider import ANSWERS_WITHIN, Asked, Provider
from api.accounts.services import services_of
from api.accounts.sign_in_by_provider import sign_in_by_provider
from api.pages.account.way_back import read_way_back
from api.pages.frame.private import keep_nowhere
from api.pages.frame.signed_in import signed_in
from api.public_url import public_url
from api.store.errors import StoreKeyUnusable

ANSWER = "/logga-in/tjanst/svar"

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/logga-in/tjanst", response_class=RedirectResponse)
def ask_provider(request: Request, till: str = "") -> Response:
    url, asked = _provider_of(request).ask(public_url(request, ANSWER), read_way_back(till), now_of(request))
    answer = keep_nowhere(RedirectResponse(url, 303))
    sealed = database_of(request).vault.seal(asked.write())
    set_cookie(request, answer, PROVIDER_COOKIE, sealed, int(ANSWERS_WITHIN.total_seconds()))
    return answer


@router.get(ANSWER, response_class=RedirectResponse)
def take_answer(request: Request) -> Response:
    asked = _read_asked(request)
    answered = f"{public_url(request, ANSWER)}?{request.url.query}"
    identity = _provider_of(request).identify(asked, answered, public_url(request, ANSWER), now_of(request))
    cookie = sign_in_by_provider(database_of(request), identity, now_of(request))
    answer = signed_in(request, cookie, asked.then)
    drop_cookie(request, answer, PROVIDER_COOKIE)
    return answer


def _provider_of(request: Request) -> Provider:
    provider = services_of(request).provider
    if provider is None:
        raise ProviderRefused("this service has no sign-in service; ask for a link at /logga-in")
    return provider


def _read_asked(request: Request) -> Asked:
    """What this browser asked; an answer to what another one asked is none."""
    try:
        return Asked.read(database_of(request).vault.open(request.cookies.get(PROVIDER_COOKIE, "")))
    except StoreKeyUnusable:
        raise ProviderRefused("this browser asked for no sign-in, or too long ago; start again at /logga-in") from None
