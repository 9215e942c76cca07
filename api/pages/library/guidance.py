"""One guidance document, with what lies near it and who can help."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.exchange.examples import list_examples
from api.exchange.names import read_names
from api.pages.frame.failure import render_failure
from api.pages.frame.linked_data import describe_guidance
from api.pages.frame.render import render_page
from api.pages.library.who_can_help import list_method_experts
from api.use.note_use import note_use
from kb.errors import UnknownSlug
from kb.matching.general_support import list_general_support
from kb.search.similar import find_similar

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/vagledning/{slug}")
def show_guidance(
    request: Request, searcher: CurrentSearcher, language: ChosenLanguage, today: Today, slug: str
) -> Response:
    snapshot = searcher.snapshot
    document = snapshot.guidance.get(slug)
    if document is None:
        return render_failure(request, "error.html", language, UnknownSlug(f"no guidance {slug!r}"))
    note_use(request, "document", slug)
    similar = [found for found in find_similar(slug, searcher) if found.document.slug not in document.related]
    return render_page(
        request,
        "guidance.html",
        language,
        document=document,
        numbers={source.id: number for number, source in enumerate(document.sources, 1)},
        areas=snapshot.problem_areas,
        related=[snapshot.guidance[other] for other in document.related],
        similar=similar,
        helpers=list_method_experts(slug, snapshot.experts.values(), today),
        general_support=list_general_support(snapshot.experts.values(), snapshot.problem_areas, None, today),
        overdue=document.review_by < today,
        examples=list_examples(request, slug),
        names=read_names(request),
        linked_data=describe_guidance(document, request),
    )
