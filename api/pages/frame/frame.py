"""What every page has around its content: ways to the other pages, the other language, the index that answers."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from fastapi import Request

from api.languages import LANGUAGE_PARAMETER, Language
from api.pages.frame.assets import style_urls
from api.public_url import public_url
from kb.snapshot.manifest import Manifest

HEADER: Mapping[str, str] = {
    "/sok": "nav_search",
    "/matcha": "nav_match",
    "/evidenskarta": "nav_evidence_map",
    "/experter": "nav_experts",
    "/om": "nav_about",
}
"""Path -> key of its name in the strings."""
FOOTER: Mapping[str, str] = {
    "/tillganglighet": "nav_accessibility",
    "/integritet": "nav_privacy",
    "/rangordning": "nav_ranking",
    "/kunskapsluckor": "nav_gaps",
    "/widget": "nav_widget",
    "/docs": "nav_api",
    "/nytt.rss": "nav_news",
}


@dataclass(frozen=True, slots=True)
class Link:
    """label: a key of the strings; is_here: it leads to the page itself."""

    href: str
    label: str
    is_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    header: tuple[Link, ...]
    footer: tuple[Link, ...]
    address: str
    """The page itself, whole and without its query: a result that was searched for is no page of its own."""
    other_language: str
    """Where the same page is in the other language."""
    styles: tuple[str, ...]
    manifest: Manifest | None


def make_frame(request: Request, language: Language) -> Frame:
    """The frame of the page that the request asks for."""
    pages = request.app.state.paths | {request.app.docs_url}
    return Frame(
        header=_links(HEADER, pages, request.url.path),
        footer=_links(FOOTER, pages, request.url.path),
        address=public_url(request, request.url.path),
        other_language=_in_other_language(request, "en" if language == "sv" else "sv"),
        styles=tuple(style_urls()),
        manifest=request.app.state.serving.manifest,
    )


def _links(labels: Mapping[str, str], pages: Set[str], here: str) -> tuple[Link, ...]:
    """The links whose page the app has: a part that is not switched on has no way to it."""
    return tuple(Link(path, label, path == here) for path, label in labels.items() if path in pages)


def _in_other_language(request: Request, language: Language) -> str:
    url = request.url.include_query_params(**{LANGUAGE_PARAMETER: language})
    path = "/" + url.path.lstrip("/\\")  # "//elsewhere" would lead to another site
    return f"{path}?{url.query}"
