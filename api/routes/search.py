"""Search in the guidance."""

from typing import Annotated

from fastapi import APIRouter, Query, Request

from api.deps import CurrentSearcher
from api.routes.answers import KEY_REJECTED
from api.schemas.search import SearchOut, search_out
from api.schemas.search_query import SearchQuery
from api.widget.keys import check_widget_key

router = APIRouter(prefix="/v1", tags=["sök"])


@router.get("/search", summary="Sök vägledning", responses=KEY_REJECTED)
def search(request: Request, searcher: CurrentSearcher, asked: Annotated[SearchQuery, Query()]) -> SearchOut:
    check_widget_key(request.app.state.widget_keys, asked.key, is_from_page="origin" in request.headers)
    found = searcher.search_guidance(asked.q, asked.filters, first=asked.first, n=asked.n, sort=asked.sort)
    return search_out(asked.q, found)
