"""What is read and what is missing, without anybody being counted by name."""

from contextlib import suppress
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.access.current_account import database_of
from api.access.signed_in import SignedIn
from api.cases.known import list_areas
from api.deps import ChosenLanguage, CurrentSearcher
from api.languages import load_strings
from api.national.may_see_use import require_use
from api.pages.frame.area_name import name_area
from api.pages.frame.private import render_private
from api.pages.national.start import NATIONAL
from api.store.national.use_figures import find_use

USE = f"{NATIONAL}/anvandning"

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(USE)
def show_use(
    request: Request,
    account: Annotated[SignedIn, Depends(require_use)],
    language: ChosenLanguage,
    searcher: CurrentSearcher,
    manad: Annotated[str, Query(max_length=10)] = "",
) -> Response:
    """manad : as 2026-11"""
    t = load_strings(language)
    with database_of(request).reading() as session:
        use = find_use(session, _read_month(manad))
    read = set(use.read.shown)
    return render_private(
        request,
        "national/anvandning.html",
        language,
        use=use,
        account=account,
        is_counted=request.app.state.use.is_on,
        titles={slug: document.title for slug, document in searcher.snapshot.guidance.items()},
        n_seldom=sum(slug not in read for slug in searcher.snapshot.guidance),
        areas={"": t["use_no_area"], **{slug: name_area(area, t) for slug, area in list_areas(request).items()}},
    )


def _read_month(typed: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(f"{typed.strip()}-01")
    return None
