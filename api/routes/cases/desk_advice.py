"""What an advisor takes from its desk: advice of a period, and what follow-ups say as numbers."""

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from api.access.current_account import database_of
from api.access.require import require
from api.access.signed_in import SignedIn
from api.cases.advice.desk_period import DeskPeriod, choose_period, narrow_county
from api.cases.advice.export_advice import describe_advice, write_csv
from api.cases.advice.sum_advice import sum_advice
from api.cases.known import list_towns
from api.deps import Today
from api.routes.answers import ADVICE_ANSWERS
from api.schemas.cases.advice import DeskAdviceOut, ListedAdviceOut, totals_out
from api.schemas.cases.follow_up import QualityOut, quality_out
from api.store.cases.advice import list_advice
from api.store.quality.figures import list_figures

Advisor = Annotated[SignedIn, Depends(require("advisor"))]
County = Annotated[str, Query(pattern=r"^(\d\d)?$", description="Ett läns kod", examples=["14"])]
CSV = "text/csv; charset=utf-8"


def _read_period(
    today: Today,
    first: Annotated[date | None, Query(examples=["2026-01-01"])] = None,
    last: Annotated[date | None, Query(examples=["2026-12-31"])] = None,
) -> DeskPeriod:
    return choose_period(first, last, today)


Period = Annotated[DeskPeriod, Depends(_read_period)]

router = APIRouter(prefix="/v1", tags=["ärenden"], responses=ADVICE_ANSWERS)


@router.get(
    "/advice",
    summary="Råd som har getts, för rådgivare",
    response_model=DeskAdviceOut,
    response_model_exclude_unset=True,
    responses={200: {"content": {"text/csv": {}}}},
)
def show_advice(
    request: Request,
    account: Advisor,
    period: Period,
    county: County = "",
    form: Annotated[Literal["json", "csv"], Query(alias="format", examples=["json"])] = "json",
    texts: Annotated[bool, Query(description="Med det som är skrivet i fritext", examples=[False])] = False,
) -> Response | DeskAdviceOut:
    """De egna länens, och de ärendens som ligger på rådgivarens bord. Utan dagar från årets början till i dag."""
    narrow_county(account.scope, county)
    with database_of(request).reading() as session:
        listed = list_advice(session, account.scope.code, period.first, period.last, county)
    towns = list_towns(request)
    if form == "csv":
        answer = Response(write_csv(listed, towns, with_texts=texts), media_type=CSV)
        answer.headers["Content-Disposition"] = f'attachment; filename="rad-{period.first}-{period.last}.csv"'
        answer.headers["Cache-Control"] = "no-store"
        return answer
    told = [ListedAdviceOut.model_validate(describe_advice(one, towns, with_texts=texts)) for one in listed]
    totals = totals_out(sum_advice(one.advice for one in listed))
    return DeskAdviceOut(first=period.first, last=period.last, totals=totals, advice=told)


@router.get("/quality", summary="Vad uppföljningar säger, för rådgivare")
def show_quality(request: Request, account: Advisor, county: County = "") -> QualityOut:
    """Medel och spridning per län och område, där minst fem har svarat, från minst tre kommuner."""
    with database_of(request).reading() as session:
        return quality_out(list_figures(session, narrow_county(account.scope, county)))
