"""The token of every form that writes: another site can have a browser send a form, but not know its token.

It is a print of the cookie of the sign-in, or of the form where nobody is signed in yet, so that nothing is stored.
"""

import hmac

from fastapi import Request
from fastapi.responses import Response

from api.access.cookies import FORM_COOKIE, SIGN_IN_COOKIE, set_cookie
from api.access.current_account import database_of
from api.access.errors import FormExpired
from api.access.token import new_token

CSRF_FIELD = "csrf"
CSRF_HEADER = "X-CSRF-Token"
_PURPOSE = "csrf"


def csrf_token(request: Request) -> str:
    """What a form that this answer shows carries in its field CSRF_FIELD."""
    return database_of(request).vault.print_of(_PURPOSE, _secret_of(request) or _new_secret(request))


def keep_form_cookie(request: Request, answer: Response) -> None:
    """Give the browser the cookie that the tokens of the answer's forms are made of, where it had none."""
    if secret := getattr(request.state, "form_secret", None):
        set_cookie(request, answer, FORM_COOKIE, secret)


def check_csrf(request: Request, token: str) -> None:
    """Return if the token is of a form that this browser was shown.

    Raises
    ------
    FormExpired : it is not; the page must be opened again
    """
    secret = _secret_of(request)
    prints = database_of(request).vault.prints_of(_PURPOSE, secret) if secret else []
    if not any(hmac.compare_digest(token.encode(), right.encode()) for right in prints):
        raise FormExpired("the form is not of this sign-in, or too old; open its page again and send it from there")


def _secret_of(request: Request) -> str | None:
    return request.cookies.get(SIGN_IN_COOKIE) or request.cookies.get(FORM_COOKIE)


def _new_secret(request: Request) -> str:
    """One for the whole answer, however many forms it has."""
    if not hasattr(request.state, "form_secret"):
        request.state.form_secret = new_token()
    secret: str = request.state.form_secret
    return secret
