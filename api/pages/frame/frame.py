"""What every page has around its content: ways to the other pages, the other language, the index that answers."""

from collections.abc import Mapping, Set
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import Request

from api.access.current_account import current_account
from api.access.signed_in import SignedIn
from api.languages import LANGUAGE_PARAMETER, Language
from api.pages.frame.assets import style_urls
from api.public_url import public_url
from api.store.accounts import Role
from api.store.errors import StoreKeyUnusable, StoreUnusable
from kb.snapshot.manifest import Manifest

SIGN_IN = "/logga-in"
HEADER: Mapping[str, str] = {
    "/sok": "nav_search",
    "/matcha": "nav_match",
    "/evidenskarta": "nav_evidence_map",
    "/experter": "nav_experts",
    "/om": "nav_about",
}
"""Path -> key of its name in the strings."""
WITH_TOKEN = ("/delad/", "/expert-inbjudan", "/fraga-expert/", "/uppfoljning/")
"""Paths that end in a secret, which belongs in no other address."""
PLANS = "/planer"
PLAN_ROLES = ("coordinator", "advisor")
CASES: Mapping[Role, tuple[str, str]] = {
    "coordinator": ("/arenden", "nav_cases"),
    "advisor": ("/arbetsbord", "nav_desk"),
    "editor": ("/omdomen", "nav_judgements"),
}
"""Role -> where its cases are, or what else lies on its desk, and the key of the name."""
FOOTER: Mapping[str, str] = {
    "/tillganglighet": "nav_accessibility",
    "/integritet": "nav_privacy",
    "/rangordning": "nav_ranking",
    "/kunskapsluckor": "nav_gaps",
    "/erfarenheter": "nav_exchange",
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
    to_account: Link
    """The account of who is signed in, or the page that signs in and leads back here."""
    to_plans: Link | None
    """The plans of who is signed in, None for those who have none."""
    to_cases: Link | None
    """The cases of a municipality, or the desk of an advisor or an editor; None for all others."""
    may_ask: bool
    """Whether who is signed in may ask for help."""


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
        to_account=_link_account(request),
        to_plans=_link_plans(request),
        to_cases=_link_cases(request),
        may_ask=_has_role(request, "coordinator"),
    )


def _link_account(request: Request) -> Link:
    if _find_account(request):
        return Link("/konto", "nav_account", request.url.path == "/konto")
    return Link(_link_sign_in(request), "nav_sign_in", request.url.path == SIGN_IN)


def _link_sign_in(request: Request) -> str:
    """The page that signs in; where it leads back to is the path alone, for a query may be anything."""
    is_page = request.method == "GET" and not request.url.path.startswith((SIGN_IN, *WITH_TOKEN))
    return f"{SIGN_IN}?{urlencode({'till': request.url.path})}" if is_page else SIGN_IN


def _link_plans(request: Request) -> Link | None:
    account = _find_account(request)
    if account is None or account.role not in PLAN_ROLES:
        return None
    return Link(PLANS, "nav_plans", request.url.path == PLANS)


def _link_cases(request: Request) -> Link | None:
    account = _find_account(request)
    if account is None or account.role not in CASES:
        return None
    path, label = CASES[account.role]
    return Link(path, label, request.url.path == path)


def _has_role(request: Request, role: Role) -> bool:
    account = _find_account(request)
    return account is not None and account.role == role


def _find_account(request: Request) -> SignedIn | None:
    """None while that cannot be told, for the page that says so has a frame too."""
    with suppress(StoreUnusable, StoreKeyUnusable):
        return current_account(request)
    return None


def _links(labels: Mapping[str, str], pages: Set[str], here: str) -> tuple[Link, ...]:
    """The links whose page the app has: a part that is not switched on has no way to it."""
    return tuple(Link(path, label, path == here) for path, label in labels.items() if path in pages)


def _in_other_language(request: Request, language: Language) -> str:
    url = request.url.include_query_params(**{LANGUAGE_PARAMETER: language})
    path = "/" + url.path.lstrip("/\\")  # "//elsewhere" would lead to another site
    return f"{path}?{url.query}"
