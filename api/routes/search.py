"""Search in the guidance."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request

from api.access.current_account import database_of
from api.accounts.widget_keys import has_widget_keys, holds_widget_key
from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.learning.unanswered import Unanswered
from api.routes.answers import KEY_REJECTED
from api.schemas.search import SearchOut, search_out
from api.schemas.search_query import SearchQuery
from api.use.note_use import note_search
from api.widget.keys import check_widget_key
from kb.matching.search_helpers import find_search_helpers
from kb.search.answer import Page

router = APIRouter(prefix="/v1", tags=["sök"])


def _check_key(request: Request) -> None:
    """Who neither comes from another site's page nor shows a key is asked for nothing."""
    key, is_from_page = request.query_params.get("key", ""), "origin" in request.headers
    if (key or is_from_page) and not holds_widget_key(request, key):
        check_widget_key(request.app.state.widget_keys, key, is_from_page, has_widget_keys(database_of(request)))


@router.get("/search", summary="Sök vägledning", responses=KEY_REJECTED, dependencies=[Depends(_check_key)])
def search(
    request: Request,
    searcher: CurrentSearcher,
    language: ChosenLanguage,
    today: Today,
    asked: Annotated[SearchQuery, Query()],
    note_unanswered: Unanswered,
) -> SearchOut:
    question = searcher.ask_guidance(asked.q)
    page = Page(filters=asked.filters, first=asked.first, n=asked.n, sort=asked.sort)
    found = searcher.answer_guidance(question, page)
    helpers = find_search_helpers(question, found, searcher, today)
    if asked.first == 0:  # the next pages are of the same search
        note_search(request, found)
    result = search_out(asked.q, found, asked.filters, helpers, language)
    if not result.answered:
        note_unanswered(asked.q)
    return result
