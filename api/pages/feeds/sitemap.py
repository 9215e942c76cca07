"""What search engines may read, and where it is: /sitemap.xml and /robots.txt.

Sources: https://www.sitemaps.org/protocol.html and RFC 9309.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from xml.etree import ElementTree as Xml

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, Response
from fastapi.routing import APIRoute

from api.deps import CurrentSearcher, Today
from api.public_url import public_url
from kb.snapshot.snapshot import Snapshot

router = APIRouter(include_in_schema=False)

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
HIDDEN = (
    "/v1/",
    "/mcp",
    "/forslag",
    "/sok?",
    "/experter?",
    "/jamfor?",
    "/erfarenheter?",
    "/logga-in",
    "/konto",
    "/min-profil",
    "/min-kalender",
    "/expert-inbjudan",
)
"""For programs, for one person alone, or answers without end: every query is another page."""


@router.get("/sitemap.xml")
def show_sitemap(request: Request, searcher: CurrentSearcher, today: Today) -> Response:
    root = Xml.Element("urlset", xmlns=NAMESPACE)
    for path, changed in list_pages(request.app, searcher.snapshot, today):
        url = Xml.SubElement(root, "url")
        Xml.SubElement(url, "loc").text = public_url(request, path)
        Xml.SubElement(url, "lastmod").text = changed.isoformat()
    return Response(Xml.tostring(root, "utf-8", xml_declaration=True), media_type="application/xml")


@router.get("/robots.txt")
def show_robots(request: Request) -> PlainTextResponse:
    closed = [f"Disallow: {path}" for path in (*HIDDEN, *_answers_to_forms(request.app))]
    lines = ["User-agent: *", "Allow: /", *closed, "", f"Sitemap: {public_url(request, '/sitemap.xml')}"]
    return PlainTextResponse("\n".join(lines) + "\n")


def list_pages(app: FastAPI, snapshot: Snapshot, today: date) -> Iterator[tuple[str, date]]:
    """Path and day of change of every page that the app has: those of documents, and those that gather them.

    A made-up expert is nothing to be found by a search engine.
    """
    readable = _pages(app, "GET")
    built = datetime.fromisoformat(snapshot.manifest.created).date()
    yield from ((path, built) for path in readable if "{" not in path)
    experts = {
        slug: expert for slug, expert in snapshot.experts.items() if expert.is_published(today) and not expert.demo
    }
    collections: tuple[tuple[str, Any], ...] = (
        ("/vagledning/", snapshot.guidance),
        ("/problemomrade/", snapshot.problem_areas),
        ("/expert/", experts),
    )
    for folder, documents in collections:
        if folder + "{slug}" in readable:
            yield from ((folder + slug, document.reviewed) for slug, document in documents.items())


def _answers_to_forms(app: FastAPI) -> list[str]:
    """Paths that only answer what was sent to them."""
    readable = _pages(app, "GET")
    return [path for path in _pages(app, "POST") if path not in readable]


def _pages(app: FastAPI, method: str) -> list[str]:
    """The paths at which the app answers the method with a page."""
    routes: list[APIRoute] = app.state.page_routes
    return [route.path for route in routes if method in (route.methods or ()) and _is_html(route)]


def _is_html(route: APIRoute) -> bool:
    made = getattr(route.response_class, "value", route.response_class)  # FastAPI wraps a router's default
    return isinstance(made, type) and issubclass(made, HTMLResponse)
