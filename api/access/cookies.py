"""The cookies of accounts: who is signed in, and what stands between a visitor and that."""

from typing import Literal

from fastapi import Request
from fastapi.responses import Response

Cookie = Literal["konto", "formular", "inloggning"]
SIGN_IN_COOKIE: Cookie = "konto"
FORM_COOKIE: Cookie = "formular"
"""Set on the pages that sign in, and gone when the browser closes."""
PROVIDER_COOKIE: Cookie = "inloggning"
"""What a sign-in service was asked, sealed, until it answers."""


def set_cookie(request: Request, answer: Response, name: Cookie, value: str, max_age_s: int | None = None) -> None:
    """Have the browser keep the value out of every script's reach and send it to this site alone."""
    answer.set_cookie(name, value, max_age_s, httponly=True, samesite="lax", secure=is_https(request))


def drop_cookie(request: Request, answer: Response, name: Cookie) -> None:
    answer.delete_cookie(name, httponly=True, samesite="lax", secure=is_https(request))


def is_https(request: Request) -> bool:
    public_url: str = request.app.state.public_url or ""
    return request.url.scheme == "https" or public_url.startswith("https:")
