"""What the service is, how accessible it is and what happens with what is written in it."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api.deps import ChosenLanguage, CurrentSearcher
from api.languages import LANGUAGE_COOKIE, Language, load_strings
from api.pages.frame.render import render_page
from api.pages.library.content_page import render_text
from kb.snapshot.snapshot import Snapshot

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/om")
def show_about(request: Request, searcher: CurrentSearcher, language: ChosenLanguage) -> Response:
    return _render(request, language, "om", "about_heading", **_count(searcher.snapshot))


@router.get("/tillganglighet")
def show_accessibility(request: Request, searcher: CurrentSearcher, language: ChosenLanguage) -> Response:
    return _render(request, language, "tillganglighet", "accessibility_heading", manifest=searcher.snapshot.manifest)


@router.get("/integritet")
def show_privacy(request: Request, language: ChosenLanguage) -> Response:
    return _render(request, language, "integritet", "privacy_heading", cookie=LANGUAGE_COOKIE)


def _render(request: Request, language: Language, name: str, heading: str, **figures: Any) -> Response:
    text = render_text(name, language, **figures)
    return render_page(request, "content.html", language, heading=load_strings(language)[heading], text=text)


def _count(snapshot: Snapshot) -> dict[str, Any]:
    """The figures of the about page."""
    experts = [expert for expert in snapshot.experts.values() if not expert.demo]
    rated = [document for document in snapshot.guidance.values() if document.rating]
    return {
        "counts": {**snapshot.manifest.n_documents, "experts": len(experts)},
        "n_rated": len(rated),
        "n_well_supported": sum(document.rating in ("stark", "god") for document in rated),
        "n_unclear": sum(document.rating == "oklar" for document in rated),
        "n_advised_against": sum(document.is_advised_against for document in snapshot.guidance.values()),
        "n_organisations": len({expert.organisation for expert in experts}),
    }
