"""One problem area."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api.deps import ChosenLanguage, CurrentSearcher
from api.pages.failure import render_failure
from api.pages.linked_data import describe_problem_area
from api.pages.render import render_page
from kb.errors import UnknownSlug

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/problemomrade/{slug}")
def show_problem_area(request: Request, searcher: CurrentSearcher, language: ChosenLanguage, slug: str) -> Response:
    area = searcher.snapshot.problem_areas.get(slug)
    if area is None:
        return render_failure(request, "error.html", language, UnknownSlug(f"no problem area {slug!r}"))
    documents = [d for d in searcher.snapshot.guidance.values() if slug in d.primary_areas and not d.is_advised_against]
    linked_data = describe_problem_area(area, request)
    return render_page(request, "area.html", language, area=area, documents=documents, linked_data=linked_data)
