"""The answer that signs a browser in."""

from fastapi import Request
from fastapi.responses import RedirectResponse, Response

from api.access.cookies import FORM_COOKIE, SIGN_IN_COOKIE, drop_cookie, set_cookie
from api.accounts.sign_ins import LASTS
from api.pages.frame.private import keep_nowhere


def signed_in(request: Request, cookie: str, then: str) -> Response:
    """The answer that signs the browser in and leads on; what it was before is forgotten."""
    answer = keep_nowhere(RedirectResponse(then, 303))
    set_cookie(request, answer, SIGN_IN_COOKIE, cookie, int(LASTS.total_seconds()))
    drop_cookie(request, answer, FORM_COOKIE)
    return answer
