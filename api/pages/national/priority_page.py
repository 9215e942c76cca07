"""Who first: the municipalities in an order that the weights make, each with its reasons and how sure its place is."""

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response
from markupsafe import Markup

from api.access.current_account import database_of
from api.access.require import require
from api.access.signed_in import SignedIn
from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.languages import load_strings
from api.national.priority import Asked, find_priority, is_own
from api.national.priority_file import write_priority_csv
from api.pages.charts.choropleth import Mark, draw_mark_key, draw_shade_key
from api.pages.frame.private import keep_nowhere, render_private
from api.pages.national.priority_address import (
    FILE,
    NAMES,
    PRIORITY,
    PriorityAddress,
    SortKey,
    read_address,
)
from api.pages.national.priority_map import draw_scores
from kb.national.priority.criteria import CRITERIA, MOST_WEIGHT
from kb.national.priority.police import list_changes
from kb.national.priority.priority import Priority, PriorityRow
from kb.national.priority.rank import HIGH, LOW, N_DRAWS
from kb.text.swedish_order import swedish_order

PER_PAGE = 40
CSV = "text/csv; charset=utf-8"
MARKS: tuple[Mark, ...] = ("severe", "area")
Advisor = Annotated[SignedIn, Depends(require("advisor"))]
ORDERS: Mapping[SortKey, Callable[[PriorityRow], object]] = {
    "plats": lambda row: (row.ranked.place, swedish_order(row.town.name)),
    "namn": lambda row: swedish_order(row.town.name),
    "polisens": lambda row: (-row.view.values["areas"].point, row.ranked.place),
    "arenden": lambda row: (-(row.view.support.n_open if row.view.support else 0), row.ranked.place),
    "timmar": lambda row: (-(row.view.support.hours if row.view.support else 0), row.ranked.place),
}

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(PRIORITY)
def show_priority(
    request: Request, language: ChosenLanguage, account: Advisor, searcher: CurrentSearcher, today: Today
) -> Response:
    address, priority = _find(request, account, searcher, today)
    rows = sorted(priority.rows, key=ORDERS[address.sort])  # type: ignore[arg-type]  # each key is of one kind
    n_pages = max(1, -(-len(rows) // PER_PAGE))
    page = min(address.page, n_pages)
    chosen = next((row for row in rows if row.town.code == address.town), None)
    drawn = draw_scores(priority, address.town, load_strings(language))
    return render_private(
        request,
        "national/priority.html",
        language,
        account=account,
        address=address,
        priority=priority,
        names=NAMES,
        all_criteria=CRITERIA,
        most=MOST_WEIGHT,
        is_own=is_own(account.scope, address.county),
        rows=rows[(page - 1) * PER_PAGE : page * PER_PAGE],
        n_rows=len(rows),
        page=page,
        per_page=PER_PAGE,
        pages=[(number, address.at_page(number)) for number in range(1, n_pages + 1)],
        chosen=chosen,
        changes=list_changes(searcher.snapshot.registers, chosen.view.lists) if chosen else (),
        areas=searcher.snapshot.problem_areas,
        drawing=drawn.drawing,
        legend=[(draw_shade_key(found.shade), found) for found in drawn.classes],
        marks=_tell_marks(priority, load_strings(language)),
        draws={"n": N_DRAWS, "low": LOW, "high": HIGH},
    )


@router.get(FILE)
def take_out_priority(request: Request, account: Advisor, searcher: CurrentSearcher, today: Today) -> Response:
    """The whole order as CSV, with all weights, values and ranges."""
    _, priority = _find(request, account, searcher, today)
    answer = Response(write_priority_csv(priority), media_type=CSV)
    answer.headers["Content-Disposition"] = f'attachment; filename="prioritering-{today}.csv"'
    return keep_nowhere(answer)


def _find(
    request: Request, account: SignedIn, searcher: CurrentSearcher, today: Today
) -> tuple[PriorityAddress, Priority]:
    usual = account.scope.code if account.scope.kind == "county" else ""
    address = read_address(request.query_params, usual)
    asked = Asked(address.weights, address.county)
    return address, find_priority(database_of(request), searcher.snapshot, account.scope, asked, today)


def _tell_marks(priority: Priority, t: Mapping[str, str]) -> Sequence[tuple[Markup, str]]:
    year = next(iter(priority.list_years), "–")
    return [(draw_mark_key(mark), t[f"map_mark_{mark}"].format(year=year)) for mark in MARKS]
