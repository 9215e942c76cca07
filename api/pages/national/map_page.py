"""The map: municipalities in shades of what is chosen, and the same in a table beside it."""

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
from api.formats import write_amount
from api.languages import load_strings
from api.national.map_layers import (
    MAP_LAYERS,
    MapLayer,
    list_loaded_measures,
    list_towns,
    read_layer,
    read_measure,
)
from api.pages.charts.choropleth import Mark, Place, draw_choropleth, draw_mark_key, draw_shade_key
from api.pages.frame.private import render_private
from api.store.database import Database
from kb.national.map.areas import find_newest_list, is_severe, list_newest_areas
from kb.national.map.classes import Classed, ValueClass, class_values
from kb.national.map.outlines import frame_outlines, load_outlines
from kb.registers import Municipality, PoliceArea, Registers
from kb.text.swedish_order import swedish_order

MAP = "/nationellt/karta"
OF_STATISTICS = "statistik:"
"""Before the name of a measure, in the address."""
OF_AREAS: tuple[MapLayer, ...] = ("areas", "severe_areas")
N_NAMED = 5
"""So many municipalities the summary of the map names."""
Areas = Mapping[str, Sequence[PoliceArea]]
Strings = Mapping[str, str]

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@dataclass(frozen=True, slots=True)
class Row:
    """A municipality of the table. key : the shade that it has on the map"""

    town: Municipality
    value: float | None
    key: Markup
    areas: Sequence[PoliceArea]


@router.get(MAP)
def show_map(
    request: Request,
    language: ChosenLanguage,
    account: Annotated[SignedIn, Depends(require("advisor"))],
    searcher: CurrentSearcher,
    visa: str = "",
    lan: str = "",
    kommun: str = "",
) -> Response:
    """visa : what is shown; lan : the county that is zoomed to; kommun : the municipality that is pointed out"""
    t, registers = load_strings(language), searcher.snapshot.registers
    database = database_of(request)
    shown = _name_layers(registers, list_loaded_measures(database), t)
    layer = visa if visa in shown else MAP_LAYERS[0]
    seen = list_towns(registers, account.scope)
    counties = dict(sorted({(town.county_code, town.county_name) for town in seen}))
    county = lan if lan in counties else ""
    towns = list_towns(registers, account.scope, county)
    values = _read_values(layer, towns, registers, database)
    classed, areas = class_values(values), list_newest_areas(registers)
    rows = _make_rows(towns, values, classed, areas)
    return render_private(
        request,
        "national/map.html",
        language,
        account=account,
        layer=layer,
        shown=shown,
        layer_name=shown[layer],
        counties=counties,
        county=county,
        drawing=_draw(rows, classed, shown[layer], kommun, t, with_marks=bool(_marks_of(layer))),
        legend=[(draw_shade_key(found.shade), tell_class(found, t), found.n_places) for found in classed.classes],
        missing=(draw_shade_key(None), classed.n_missing) if classed.n_missing else None,
        marks=[(draw_mark_key(mark), t[f"map_mark_{mark}"]) for mark in _marks_of(layer)],
        told=[row for row in rows if row.value != 0],
        n_above=sum(bool(row.value) for row in rows),
        rest=sorted((row for row in rows if row.value == 0), key=lambda row: swedish_order(row.town.name)),
        chosen=next((row for row in rows if row.town.code == kommun), None),
        list_year=find_newest_list(registers),
    )


def tell_class(found: ValueClass, t: Strings) -> str:
    """The values of a class, as "2–4" or "1"."""
    least, most = write_amount(found.least, t), write_amount(found.most, t)
    return least if least == most else f"{least}–{most}"


def _name_layers(registers: Registers, measures: Sequence[str], t: Strings) -> dict[str, str]:
    """What the map can show, as the address has it -> in words, with the year of the list where it is of areas."""
    year = find_newest_list(registers) or "–"
    named: dict[str, str] = {name: t[f"map_layer_{name}"].format(year=year) for name in MAP_LAYERS}
    return {**named, **{OF_STATISTICS + name: t["map_layer_measure"].format(measure=name) for name in measures}}


def _read_values(
    layer: str, towns: Sequence[Municipality], registers: Registers, database: Database
) -> dict[str, float | None]:
    own: MapLayer | None = next((name for name in MAP_LAYERS if name == layer), None)
    if own is None:
        return read_measure(layer.removeprefix(OF_STATISTICS), towns, database)
    return read_layer(own, towns, registers, database)


def _make_rows(
    towns: Sequence[Municipality], values: Mapping[str, float | None], classed: Classed, areas: Areas
) -> list[Row]:
    """The highest values first, then by name; those without a value last."""
    keys = {shade: draw_shade_key(shade) for shade in {*classed.shade_of.values()}}
    rows = [Row(town, values[town.code], keys[classed.shade_of[town.code]], areas.get(town.code, ())) for town in towns]
    return sorted(rows, key=lambda row: (row.value is None, -(row.value or 0), swedish_order(row.town.name)))


def _draw(rows: Sequence[Row], classed: Classed, title: str, chosen: str, t: Strings, *, with_marks: bool) -> Markup:
    """The map of the municipalities that have an outline; a made-up one has none."""
    outlines = load_outlines()
    drawn = [row for row in rows if row.town.code in outlines]
    places = [
        Place(
            outline=outlines[row.town.code],
            told=f"{row.town.name}: {_tell_value(row.value, t)}",
            shade=classed.shade_of[row.town.code],
            mark=_find_mark(row.areas) if with_marks else None,
            is_chosen=row.town.code == chosen,
        )
        for row in drawn
    ]
    within = {place.outline.code for place in places}
    around = [outline for code, outline in outlines.items() if code not in within]
    frame = frame_outlines([place.outline for place in places] or list(outlines.values()))
    return draw_choropleth(places, around, frame, title, _summarise(rows, t))


def _summarise(rows: Sequence[Row], t: Strings) -> str:
    """How many municipalities there are, how many have more than none, and which have most."""
    above = [row for row in rows if row.value]
    named = ", ".join(f"{row.town.name} {_tell_value(row.value, t)}" for row in above[:N_NAMED])
    told = t["map_summary"].format(n=len(rows), above=len(above))
    return f"{told} {t['map_summary_most'].format(named=named)}" if named else told


def _tell_value(value: float | None, t: Strings) -> str:
    return t["map_missing"] if value is None else write_amount(value, t)


def _marks_of(layer: str) -> Sequence[Mark]:
    """A map of areas needs no marks where areas are."""
    return () if layer in OF_AREAS else ("severe", "area")


def _find_mark(areas: Sequence[PoliceArea]) -> Mark | None:
    if not areas:
        return None
    return "severe" if any(is_severe(area) for area in areas) else "area"
