"""The language link of the pages: `?lang=en` chooses it with a cookie and leads back to the page itself.

A page that was posted has a button for it, which posts the form again: nothing that was typed is lost.
"""

from urllib.parse import parse_qsl, urlencode

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from api.languages import LANGUAGE_COOKIE, LANGUAGE_PARAMETER, LANGUAGES
from api.pages.frame.render import API_PATHS

KEPT_S = 365 * 24 * 3600
STATUS = {"GET": 303, "POST": 307}
"""Method -> the status that has a browser ask again by the same."""


class LanguageSwitch:
    """Middleware that takes the choice out of a page's address and remembers it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_page = scope["type"] == "http" and scope["method"] in STATUS and not scope["path"].startswith(API_PATHS)
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True) if is_page else []
        chosen = dict(query).get(LANGUAGE_PARAMETER)
        if chosen not in LANGUAGES:
            await self._app(scope, receive, send)
            return
        rest = urlencode([(name, value) for name, value in query if name != LANGUAGE_PARAMETER])
        path = "/" + scope["path"].lstrip("/\\")  # "//elsewhere" would lead to another site
        if scope["method"] == "POST":
            await _read_to_the_end(receive)
        answer = RedirectResponse(f"{path}?{rest}" if rest else path, STATUS[scope["method"]])
        answer.set_cookie(
            LANGUAGE_COOKIE, chosen, KEPT_S, httponly=True, samesite="lax", secure=scope["scheme"] == "https"
        )
        answer.headers["Cache-Control"] = "no-store"
        await answer(scope, receive, send)


async def _read_to_the_end(receive: Receive) -> None:
    """A browser that is answered before it has sent all shows an error of its own."""
    while (await receive()).get("more_body"):
        pass
