"""What follow-ups say of an expert's support, to its organisation: numbers of many, or that answers are too few."""

from contextlib import suppress

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api.access.current_account import database_of
from api.deps import ChosenLanguage
from api.expert_side.own_profile import own_profile, slug_of
from api.pages.expert_side.addresses import QUALITY
from api.pages.expert_side.own_page import Organisation, link_own_pages
from api.pages.frame.private import render_private
from api.store.quality.figures import QUESTIONS, find_expert_figures, has_consent
from kb.documents import Expert
from kb.errors import KbError

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(QUALITY)
def show_quality(request: Request, account: Organisation, language: ChosenLanguage) -> Response:
    slug = slug_of(account)
    with database_of(request).reading() as session:
        figures, has_agreed = find_expert_figures(session, slug), has_consent(session, slug)
    expert: Expert | None = None
    with suppress(KbError):  # the numbers are the organisation's while no index is served too, or its profile is gone
        expert = own_profile(request, account)
    return render_private(
        request,
        "expert_side/quality.html",
        language,
        expert=expert,
        pages=link_own_pages(QUALITY),
        figures=figures,
        has_agreed=has_agreed,
        questions=QUESTIONS,
    )
