"""What municipalities need against what there is, for advisors."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from api.access.current_account import database_of
from api.access.require import require
from api.access.signed_in import SignedIn
from api.cases.known import list_counties
from api.deps import CurrentSearcher, Today
from api.national.needs_file import write_needs
from api.national.needs_overview import Asked, find_needs
from api.routes.answers import NEEDS_ANSWERS
from api.schemas.national.needs import NeedsOut, needs_out
from kb.national.needs.figures import Part

CSV = "text/csv; charset=utf-8"
Advisor = Annotated[SignedIn, Depends(require("advisor"))]
Period = Annotated[
    str,
    Query(pattern=r"^(\d{4}(-h1)?)?$", description="Ett år, eller årets första halva: 2026-h1", examples=["2026-h1"]),
]

router = APIRouter(prefix="/v1/national", tags=["nationell bild"], responses=NEEDS_ANSWERS)


@router.get(
    "/needs",
    summary="Behov i kommunerna, för rådgivare",
    response_model=NeedsOut,
    responses={200: {"content": {"text/csv": {}}}},
)
def show_needs(
    request: Request,
    account: Advisor,
    searcher: CurrentSearcher,
    today: Today,
    period: Period = "",
    by: Annotated[Part, Query(description="Uppdelning", examples=["county"])] = "county",
    form: Annotated[Literal["json", "csv"], Query(alias="format", examples=["json"])] = "json",
) -> Response | NeedsOut:
    """Räknat i kommuner. Färre än fem visas inte, och inte det som skulle avslöja dem."""
    needs = find_needs(database_of(request), searcher.snapshot, account.scope, Asked(period, by), today)
    if form == "json":
        return needs_out(needs)
    titles = {area.slug: area.title for area in searcher.snapshot.problem_areas.values()}
    names = {**titles, **list_counties(request)}
    answer = Response(write_needs(needs, names), media_type=CSV)
    answer.headers["Content-Disposition"] = f'attachment; filename="behov-{needs.period}-{needs.part}.csv"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
