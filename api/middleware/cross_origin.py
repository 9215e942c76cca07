"""What pages of other sites may read: search in the public guidance, and the widget's files. Nothing else."""

from collections.abc import Sequence

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

SEARCH = "/v1/search"
WIDGET_FILES = "/widget/kb-search."
PREFLIGHT_AGE_S = 86_400


class CrossOrigin:
    """Middleware that lets pages of the origins search, and any page load the widget; never with credentials."""

    def __init__(self, app: ASGIApp, search_origins: Sequence[str]) -> None:
        self._app = app
        self._search = _open(app, search_origins)
        self._files = _open(app, ["*"])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._choose(scope)(scope, receive, send)

    def _choose(self, scope: Scope) -> ASGIApp:
        path = scope["path"] if scope["type"] == "http" else ""
        if path == SEARCH:
            return self._search
        return self._files if path.startswith(WIDGET_FILES) else self._app


def _open(app: ASGIApp, origins: Sequence[str]) -> ASGIApp:
    return CORSMiddleware(app, allow_origins=origins, allow_methods=["GET"], max_age=PREFLIGHT_AGE_S)
