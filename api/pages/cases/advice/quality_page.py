"""What follow-ups say of the help, as numbers of many: to advisors, by county and area."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.access.current_account import database_of
from api.access.require import require
from api.access.signed_in import SignedIn
from api.cases.advice.desk_period import narrow_county
from api.cases.known import list_areas, list_counties
from api.deps import ChosenLanguage
from api.languages import load_strings
from api.pages.cases.addresses import DESK
from api.pages.frame.area_name import name_area
from api.pages.frame.private import render_private
from api.store.quality.figures import QUESTIONS, list_figures

DESK_QUALITY = f"{DESK}/kvalitet"

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(DESK_QUALITY)
def show_for_desk(
    request: Request,
    language: ChosenLanguage,
    account: Annotated[SignedIn, Depends(require("advisor"))],
    lan: Annotated[str, Query(pattern=r"^(\d\d)?$")] = "",
) -> Response:
    """lan : code of a county, within the advisor's own"""
    t = load_strings(language)
    with database_of(request).reading() as session:
        places = list_figures(session, narrow_county(account.scope, lan))
    return render_private(
        request,
        "cases/kvalitet.html",
        language,
        places=places,
        questions=QUESTIONS,
        counties=list_counties(request),
        county=lan,
        may_choose=account.scope.kind == "all",
        areas={slug: name_area(area, t) for slug, area in list_areas(request).items()},
    )
