"""Pages of another site, written by a test and served from an origin of their own."""

from dataclasses import dataclass, field

from starlette.responses import HTMLResponse, Response
from starlette.types import Receive, Scope, Send

HEAD = (
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Intranät</title>'
)


@dataclass(frozen=True, slots=True)
class HostPage:
    """html: the body's; head: more for the head; csp: the header, None for none."""

    html: str
    head: str = ""
    csp: str | None = None
    lang: str = "sv"


@dataclass
class HostPages:
    """An app that serves the pages that were added, each under a path of its own."""

    pages: dict[str, HostPage] = field(default_factory=dict)

    def add(self, page: HostPage) -> str:
        """The path under which the page is served from now on."""
        path = f"/{len(self.pages)}"
        self.pages[path] = page
        return path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._answer(scope["path"])(scope, receive, send)

    def _answer(self, path: str) -> Response:
        page = self.pages.get(path)
        if page is None:
            return Response(status_code=204)  # browsers ask for an icon
        headers = {} if page.csp is None else {"Content-Security-Policy": page.csp}
        body = f"<main><h1>Intranät</h1><h2>Trygghet</h2>{page.html}</main>"
        html = f'<!doctype html><html lang="{page.lang}"><head>{HEAD}{page.head}</head><body>{body}</body></html>'
        return HTMLResponse(html, headers=headers)
