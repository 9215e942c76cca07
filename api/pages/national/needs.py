"""What municipalities need against what there is: a heat map as a table, and the gaps."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.access.current_account import database_of
from api.access.require import require
from api.access.signed_in import SignedIn
from api.cases.known import list_areas, list_counties
from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.languages import Language, load_strings
from api.national.needs_file import write_needs
from api.national.needs_overview import Asked, find_needs
from api.pages.frame.area_name import name_area
from api.pages.frame.private import keep_nowhere, render_private
from api.pages.national.start import NATIONAL
from kb.national.needs.figures import Part
from kb.national.needs.groups import SIZE_FROM
from kb.national.needs.half_year import HALVES
from kb.national.needs.heat import LEVELS

NEEDS = f"{NATIONAL}/behov"
CSV = "text/csv; charset=utf-8"
PARTS_AS: Mapping[str, Part] = {"lan": "county", "storlek": "size", "halvar": "half"}
"""What stands in the address -> into what the year is parted."""
Advisor = Annotated[SignedIn, Depends(require("advisor"))]
Period = Annotated[str, Query(pattern=r"^(\d{4}(-h1)?)?$")]

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(NEEDS)
def show_needs(
    request: Request,
    account: Advisor,
    language: ChosenLanguage,
    searcher: CurrentSearcher,
    today: Today,
    tid: Period = "",
    per: Annotated[str, Query(max_length=10)] = "lan",
) -> Response:
    """tid : a period that is out; per : one of PARTS_AS"""
    asked = Asked(tid, PARTS_AS.get(per, "county"))
    needs = find_needs(database_of(request), searcher.snapshot, account.scope, asked, today)
    return render_private(
        request,
        "national/behov.html",
        language,
        needs=needs,
        parts={part: address for address, part in PARTS_AS.items()},
        names=_list_names(request, language),
        levels=LEVELS,
    )


@router.get(f"{NEEDS}/fil")
def download(
    request: Request,
    account: Advisor,
    language: ChosenLanguage,
    searcher: CurrentSearcher,
    today: Today,
    tid: Period = "",
    per: Annotated[str, Query(max_length=10)] = "lan",
) -> Response:
    asked = Asked(tid, PARTS_AS.get(per, "county"))
    needs = find_needs(database_of(request), searcher.snapshot, account.scope, asked, today)
    answer = Response(write_needs(needs, _list_names(request, language)), media_type=CSV)
    answer.headers["Content-Disposition"] = f'attachment; filename="behov-{needs.period}-{needs.part}.csv"'
    return keep_nowhere(answer)


def _list_names(request: Request, language: Language) -> Mapping[str, str]:
    """Slug, code or key -> how it is told."""
    t = load_strings(language)
    return {
        "": t["needs_any"],
        **{slug: name_area(area, t) for slug, area in list_areas(request).items()},
        **list_counties(request),
        **{size: t[f"needs_size_{size}"] for size in SIZE_FROM},
        **{half: t[f"needs_half_{half}"] for half in HALVES},
    }
