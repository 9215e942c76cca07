"""Expected effect: what methods may change in a municipality, as ranges with what they assume."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response
from markupsafe import Markup

from api.access.current_account import database_of
from api.access.require import require
from api.access.signed_in import SignedIn
from api.deps import ChosenLanguage, CurrentSearcher
from api.languages import load_strings
from api.national.expected_effects import (
    is_anything_loaded,
    list_towns_that_are_sized,
    read_expected,
)
from api.national.map_layers import list_towns
from api.national.read_reach import read_percent
from api.pages.charts.range_bar import draw_range, frame_ranges
from api.pages.frame.area_name import name_area
from api.pages.frame.private import render_private
from api.pages.national.tell_range import tell_changed, tell_price, tell_relative, tell_size
from kb.documents import ProblemArea
from kb.national.expected.interval import Interval
from kb.national.expected.problem import ASSUMPTIONS, ExpectedOfProblem, PricedEffect
from kb.national.expected.size import ProblemSize
from kb.text.swedish_order import swedish_order

EFFECT = "/nationellt/effekt"
Strings = Mapping[str, str]

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@dataclass(frozen=True, slots=True)
class Row:
    """A method with its range in words and as a bar; both None where it has none."""

    priced: PricedEffect
    changed: str | None
    relative: str | None
    bar: Markup | None
    price: str | None


@dataclass(frozen=True, slots=True)
class Problem:
    """rows : what may help and has a range; without : what has none; harm : what does harm or is advised against"""

    size: ProblemSize
    area: str
    told: str
    rows: Sequence[Row]
    without: Sequence[Row]
    harm: Sequence[Row]


@router.get(EFFECT)
def show_effect(
    request: Request,
    language: ChosenLanguage,
    account: Annotated[SignedIn, Depends(require("advisor"))],
    searcher: CurrentSearcher,
    kommun: str = "",
    fran: str = "",
    till: str = "",
) -> Response:
    """kommun : code of the municipality; fran, till : what a measure reaches, in per cent"""
    t, snapshot, database = load_strings(language), searcher.snapshot, database_of(request)
    towns = sorted(list_towns(snapshot.registers, account.scope), key=lambda town: swedish_order(town.name))
    town = next((town for town in towns if town.code == kommun), None)
    reach = read_percent(fran, till)
    expected = read_expected(database, town.code, snapshot.guidance.values(), reach) if town else []
    sized = list_towns_that_are_sized(database)
    return render_private(
        request,
        "national/effect.html",
        language,
        account=account,
        towns=towns,
        town=town,
        percent=(round(reach.low * 100), round(reach.high * 100)),
        problems=[_tell_problem(told, snapshot.problem_areas, t) for told in expected],
        is_off=not expected and not is_anything_loaded(database),
        sized=[town for town in towns if town.code in sized],
        assumptions=ASSUMPTIONS,
    )


def _tell_problem(told: ExpectedOfProblem, areas: Mapping[str, ProblemArea], t: Strings) -> Problem:
    frame = frame_ranges([one.expected.changed for one in told.effects if one.expected.changed])
    rows = [_tell_row(one, frame, t) for one in told.effects]
    harm = [row for row in rows if row.priced.expected.direction == "harm"]
    area = areas.get(told.size.area)
    return Problem(
        size=told.size,
        area=name_area(area, t) if area else told.size.area,
        told=tell_size(told.size.values, t),
        rows=[row for row in rows if row.changed and row not in harm],
        without=[row for row in rows if not row.changed and row not in harm],
        harm=harm,
    )


def _tell_row(priced: PricedEffect, frame: Interval, t: Strings) -> Row:
    expected = priced.expected
    if expected.changed is None or expected.change is None:
        return Row(priced, None, None, None, None)
    return Row(
        priced=priced,
        changed=tell_changed(expected.changed, t),
        relative=tell_relative(expected.change, t),
        bar=draw_range(expected.changed, expected.direction, frame),
        price=tell_price(priced.price, t) if priced.price else None,
    )
