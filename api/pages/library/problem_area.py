"""One problem area: what to look for, what to ask, and the methods, gaps and experts that there are."""

from collections.abc import Iterable

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.pages.frame.failure import render_failure
from api.pages.frame.linked_data import describe_problem_area
from api.pages.frame.render import render_page
from api.pages.library.who_can_help import list_area_experts
from kb.badge import rate_for_area
from kb.documents import Guidance
from kb.errors import UnknownSlug
from kb.matching.general_support import list_general_support
from kb.vocabulary import place_of_rating

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/problemomrade/{slug}")
def show_problem_area(
    request: Request, searcher: CurrentSearcher, language: ChosenLanguage, today: Today, slug: str
) -> Response:
    snapshot = searcher.snapshot
    area = snapshot.problem_areas.get(slug)
    if area is None:
        return render_failure(request, "error.html", language, UnknownSlug(f"no problem area {slug!r}"))
    primary = _by_evidence(slug, (d for d in snapshot.guidance.values() if slug in d.primary_areas))
    return render_page(
        request,
        "area.html",
        language,
        area=area,
        methods=[d for d in primary if d.kind != "lucka" and not d.is_advised_against],
        also=_by_evidence(
            slug, (d for d in snapshot.guidance.values() if slug in d.secondary_areas and not d.is_advised_against)
        ),
        gaps=[d for d in primary if d.kind == "lucka"],
        advised_against=[d for d in primary if d.is_advised_against],
        helpers=list_area_experts(slug, snapshot.experts.values(), today),
        related=[snapshot.problem_areas[other] for other in area.related],
        general_support=list_general_support(snapshot.experts.values(), snapshot.problem_areas, None, today),
        overdue=area.review_by < today,
        linked_data=describe_problem_area(area, request),
    )


def _by_evidence(area: str, documents: Iterable[Guidance]) -> list[Guidance]:
    """The best rated for the area first; what is not assessed for it, or at all, last; then by title."""

    def place(document: Guidance) -> tuple[int, str]:
        return place_of_rating(rate_for_area(document, area)), document.title

    return sorted(documents, key=place)
