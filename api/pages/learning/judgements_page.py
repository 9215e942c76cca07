"""What users say of answers, for editors: read, taken or dropped; and the words that had no answer."""

from collections.abc import Mapping
from math import ceil
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access.current_account import database_of, now_of
from api.access.require import require
from api.access.signed_in import SignedIn
from api.deps import ChosenLanguage, CurrentSearcher
from api.languages import Language
from api.pages.frame.form_fields import CheckedFields, read_typed
from api.pages.frame.private import render_form_page
from api.pages.learning.addresses import JUDGEMENTS
from api.pages.learning.filters import CHOICES, NAMES, Filters, read_filters
from api.statuses import status_of
from api.store.learning.errors import FeedbackRejected, FeedbackReviewed
from api.store.learning.feedback import PAGE, list_feedback, review_feedback
from api.store.learning.tables import FeedbackState
from api.store.learning.unanswered import N_TOWNS, list_words
from kb.search.searcher import Searcher

Editor = Annotated[SignedIn, Depends(require("editor"))]
DECISIONS: tuple[FeedbackState, ...] = ("taken", "dropped")

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(JUDGEMENTS)
def show_judgements(
    request: Request,
    account: Editor,  # noqa: ARG001
    language: ChosenLanguage,
    searcher: CurrentSearcher,
) -> Response:
    return _render(request, language, searcher, read_filters(request.query_params))


@router.post(JUDGEMENTS)
def review(
    request: Request, account: Editor, fields: CheckedFields, language: ChosenLanguage, searcher: CurrentSearcher
) -> Response:
    typed = read_typed(fields, ("feedback", "decision", *NAMES))
    filters = read_filters(typed)
    decision = next((decision for decision in DECISIONS if decision == typed["decision"]), None)
    if decision is None:
        raise FeedbackRejected("decision: taken or dropped; send the form of the page")
    try:
        with database_of(request).session() as session:
            review_feedback(session, typed["feedback"], decision, account.id, now_of(request))
    except FeedbackReviewed as error:
        return _render(request, language, searcher, filters, status_of(type(error)).code, is_late=True)
    return RedirectResponse(filters.address(filters.page, klar=decision) + "#klar", 303)


def _render(
    request: Request,
    language: Language,
    searcher: Searcher,
    filters: Filters,
    status: int = 200,
    *,
    is_late: bool = False,
) -> Response:
    """is_late : somebody else reviewed it first"""
    with database_of(request).reading() as session:
        listed, words = list_feedback(session, filters.wanted, filters.page), list_words(session)
    n_pages = max(1, ceil(listed.n / PAGE))
    if filters.page > n_pages:  # the last of a page was just reviewed
        return RedirectResponse(filters.address(n_pages), 303)
    return render_form_page(
        request,
        "learning/judgements.html",
        language,
        status,
        here=JUDGEMENTS,
        filters=filters,
        choices=CHOICES,
        listed=listed,
        titles=_list_titles(searcher),
        words=words,
        n_towns=N_TOWNS,
        counts_words=request.app.state.count_unanswered,
        pages=[(number, filters.address(number)) for number in range(1, n_pages + 1)],
        done=next((decision for decision in DECISIONS if decision == request.query_params.get("klar")), None),
        is_late=is_late,
    )


def _list_titles(searcher: Searcher) -> Mapping[str, Mapping[str, str]]:
    """hit or problem -> slug -> title; what the index has no longer is shown by its slug."""
    snapshot = searcher.snapshot
    return {
        "hit": {slug: document.title for slug, document in snapshot.guidance.items()},
        "problem": {slug: area.title for slug, area in snapshot.problem_areas.items()},
    }
