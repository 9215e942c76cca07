"""One guidance document."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.pages.failure import render_failure
from api.pages.linked_data import describe_guidance
from api.pages.render import render_page
from kb.errors import UnknownSlug

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/vagledning/{slug}")
def show_guidance(
    request: Request, searcher: CurrentSearcher, language: ChosenLanguage, today: Today, slug: str
) -> Response:
    document = searcher.snapshot.guidance.get(slug)
    if document is None:
        return render_failure(request, "error.html", language, UnknownSlug(f"no guidance {slug!r}"))
    titles = {related: searcher.snapshot.guidance[related].title for related in document.related}
    overdue = document.review_by < today
    return render_page(
        request,
        "guidance.html",
        language,
        document=document,
        titles=titles,
        overdue=overdue,
        linked_data=describe_guidance(document, request),
    )
