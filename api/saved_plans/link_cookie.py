"""The links that a browser has followed, in a cookie: their tokens stand in no address after the first.

A program shows the token of a link as `Authorization: Bearer ...` instead.
"""

from fastapi import Request
from fastapi.responses import Response

from api.access.cookies import is_https
from api.access.plan_key import shown_token

COOKIE = "delat"
MOST = 10
"""The plans whose links a browser remembers, the last followed first."""
_PART = "."


def read_tokens(request: Request) -> list[str]:
    """The token that a program shows, else those of the links that this browser has followed."""
    shown = shown_token(request)
    if shown is not None:
        return [shown]
    return [token for token in request.cookies.get(COOKIE, "").split(_PART) if token][:MOST]


def keep_token(request: Request, answer: Response, token: str) -> None:
    """Have the browser remember the link, until it is closed."""
    tokens = list(dict.fromkeys((token, *read_tokens(request))))[:MOST]
    answer.set_cookie(COOKIE, _PART.join(tokens), httponly=True, samesite="lax", secure=is_https(request))


def is_program(request: Request) -> bool:
    """Whether the token is shown in a header, which no page of another site can have a browser send."""
    return shown_token(request) is not None
