"""Search in the guidance, with filters, order and pages in the address."""

from datetime import date
from math import ceil
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.languages import Language, load_strings
from api.learning.take_feedback import MAX_ASKED_CHARS
from api.learning.unanswered import NoteUnanswered, Unanswered
from api.pages.frame.failure import render_failure
from api.pages.frame.filtered_out import ToldFilteredOut, tell_filtered_out
from api.pages.frame.render import render_page
from api.pages.search.area_groups import group_areas
from api.pages.search.facet_views import FacetLabels, list_chips, view_facets
from api.pages.search.hit_reason import explain_hit
from api.pages.search.search_address import SearchAddress
from api.schemas.search import search_out
from api.schemas.search_query import SearchAsked
from api.use.note_use import note_search
from kb.errors import KbError
from kb.matching.general_support import list_general_support
from kb.matching.search_helpers import find_search_helpers
from kb.search.answer import Page
from kb.search.filtered_out import FilteredOut
from kb.search.one_area import find_area
from kb.search.searcher import Searcher

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

N_HITS = 10


@router.get("/sok")
def show_search(
    request: Request,
    searcher: CurrentSearcher,
    language: ChosenLanguage,
    today: Today,
    asked: Annotated[SearchAsked, Query()],
    note_unanswered: Unanswered,
) -> Response:
    if not asked.q.strip():
        groups = group_areas(list(searcher.snapshot.problem_areas.values()), language)
        return render_page(request, "search.html", language, q="", groups=groups)
    address = SearchAddress(asked.q, asked.filters, asked.sort, asked.page)
    try:
        return _render_result(request, language, searcher, address, today, note_unanswered)
    except KbError as error:
        return render_failure(request, "search.html", language, error, q=asked.q)


def _render_result(
    request: Request,
    language: Language,
    searcher: Searcher,
    address: SearchAddress,
    today: date,
    note_unanswered: NoteUnanswered,
) -> Response:
    question = searcher.ask_guidance(address.q)
    page = Page(filters=address.filters, first=(address.page - 1) * N_HITS, n=N_HITS, sort=address.sort)
    found = searcher.answer_guidance(question, page)
    helpers = find_search_helpers(question, found, searcher, today)
    result = search_out(address.q, found, address.filters, helpers, language)
    if address.page == 1:  # the next pages are of the same search
        note_search(request, found)
    if not result.answered:
        note_unanswered(address.q)
    n_pages = max(1, ceil(result.n_hits / N_HITS))
    if address.page > n_pages:  # of an address that was kept while the filters or the content changed
        return RedirectResponse(address.on_page(n_pages).href, 303)
    labels = FacetLabels(language, searcher.snapshot.problem_areas)
    return render_page(
        request,
        "search.html",
        language,
        q=address.q,
        result=result,
        address=address,
        facets=view_facets(result.facets, address.filters, labels),
        chips=list_chips(address, labels),
        pages=[(number, address.on_page(number).href) for number in range(1, n_pages + 1)],
        filtered_out=_tell_filtered_out(found.filtered_out, address, labels, language),
        general_support=list_general_support(
            searcher.snapshot.experts.values(), searcher.snapshot.problem_areas, None, today
        ),
        one_area=find_area(address.filters),
        max_asked_chars=MAX_ASKED_CHARS,
        reasons={hit.slug: explain_hit(hit) for hit in (*result.hits, *result.advised_against)},
    )


def _tell_filtered_out(
    found: FilteredOut | None, address: SearchAddress, labels: FacetLabels, language: Language
) -> ToldFilteredOut | None:
    t = load_strings(language)

    def count(n: int) -> str:
        return t["one_hit"] if n == 1 else t["n_hits_text"].format(n=n)

    filters = {facet: labels.choice(facet, values) for facet, values in address.filters.items()}
    return tell_filtered_out(found, filters, lambda kept: address.keeping(kept).href, count, "filtered_out_filters", t)
