"""Advice that was given in the cases of an advisor's desk: how much, about what, and as a file."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.access.current_account import database_of
from api.access.require import require
from api.access.signed_in import SignedIn
from api.cases.advice.desk_period import choose_period, narrow_county
from api.cases.advice.export_advice import write_csv, write_json
from api.cases.advice.sum_advice import AdviceTotals, sum_advice
from api.cases.known import list_areas, list_counties, list_towns
from api.deps import ChosenLanguage, Today
from api.languages import load_strings
from api.pages.cases.addresses import DESK
from api.pages.frame.area_name import name_area
from api.pages.frame.private import keep_nowhere, render_private
from api.store.cases.advice import ListedAdvice, list_advice
from api.store.cases.tables import Advice

DESK_ADVICE = f"{DESK}/rad"
CSV, JSON = "text/csv; charset=utf-8", "application/json"
Advisor = Annotated[SignedIn, Depends(require("advisor"))]
Day = Annotated[str, Query(max_length=10)]
County = Annotated[str, Query(pattern=r"^(\d\d)?$")]

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(DESK_ADVICE)
def show_desk_advice(
    request: Request,
    language: ChosenLanguage,
    today: Today,
    account: Advisor,
    fran: Day = "",
    till: Day = "",
    lan: County = "",
) -> Response:
    """fran, till : days, both included; lan : code of a county, within the advisor's own"""
    period, t = choose_period(_read_day(fran), _read_day(till), today), load_strings(language)
    listed = _list(request, account, period.first, period.last, lan)
    return render_private(
        request,
        "cases/desk_rad.html",
        language,
        period=period,
        totals=sum_advice(one.advice for one in listed),
        by_area=_sum_by_area(listed),
        n_cases=len({one.case.id for one in listed}),
        n_towns=len({one.case.municipality_code for one in listed}),
        areas={slug: name_area(area, t) for slug, area in list_areas(request).items()},
        counties=list_counties(request),
        county=lan,
        may_choose=account.scope.kind == "all",
    )


@router.get(f"{DESK_ADVICE}/fil")
def download(
    request: Request,
    today: Today,
    account: Advisor,
    fran: Day = "",
    till: Day = "",
    lan: County = "",
    form: Literal["csv", "json"] = "csv",
    texter: str = "",
) -> Response:
    """texter : ticked for what is written in free text too"""
    period = choose_period(_read_day(fran), _read_day(till), today)
    listed, towns = _list(request, account, period.first, period.last, lan), list_towns(request)
    write, media_type = (write_csv, CSV) if form == "csv" else (write_json, JSON)
    answer = Response(write(listed, towns, with_texts=bool(texter)), media_type=media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="rad-{period.first}-{period.last}.{form}"'
    return keep_nowhere(answer)


def _list(request: Request, account: SignedIn, first: date, last: date, county: str) -> Sequence[ListedAdvice]:
    narrow_county(account.scope, county)
    with database_of(request).reading() as session:
        return list_advice(session, account.scope.code, first, last, county)


def _sum_by_area(listed: Sequence[ListedAdvice]) -> Mapping[str, AdviceTotals]:
    """Slug -> totals, most hours first."""
    by_area: dict[str, list[Advice]] = defaultdict(list)
    for one in listed:
        by_area[one.advice.area].append(one.advice)
    totals = {area: sum_advice(given) for area, given in by_area.items()}
    return dict(sorted(totals.items(), key=lambda entry: (-entry[1].hours, entry[0])))


def _read_day(text: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(text.strip())
    return None
