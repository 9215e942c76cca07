"""Search in the guidance."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.deps import ChosenLanguage, CurrentSearcher
from api.pages.failure import render_failure
from api.pages.render import render_page
from api.schemas.search import MAX_QUERY_CHARS, search_out
from kb.errors import KbError

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/sok")
def show_search(
    request: Request,
    searcher: CurrentSearcher,
    language: ChosenLanguage,
    q: Annotated[str, Query(max_length=MAX_QUERY_CHARS)] = "",
) -> Response:
    if not q.strip():
        return render_page(request, "search.html", language, q="")
    try:
        result = search_out(q, searcher.search_guidance(q))
    except KbError as error:
        return render_failure(request, "search.html", language, error, q=q)
    return render_page(request, "search.html", language, q=q, result=result)
