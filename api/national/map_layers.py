"""What the map can show: a value for each municipality that whoever asks may see."""

from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from api.access.scope import Scope
from api.store.database import Database
from api.store.national.count_cases import count_cases
from api.store.national.statistics import list_measures, read_newest_values
from kb.national.map.areas import is_severe, list_newest_areas
from kb.registers import Municipality, Registers

MapLayer = Literal["areas", "severe_areas", "cases"]
MAP_LAYERS: tuple[MapLayer, ...] = get_args(MapLayer)


def list_towns(registers: Registers, scope: Scope, county: str = "") -> Sequence[Municipality]:
    """The municipalities that whoever has the scope may see; county : two digits, empty for all of them."""
    return [
        town
        for town in registers.municipalities
        if scope.covers(town.code) and (not county or town.county_code == county)
    ]


def read_layer(
    layer: MapLayer, towns: Sequence[Municipality], registers: Registers, database: Database
) -> dict[str, float | None]:
    """Municipality code -> the layer's value, None where it is missing; of those municipalities alone."""
    counted: Mapping[str, int]
    match layer:
        case "cases":
            with database.reading() as session:
                counted = count_cases(session)
        case "areas":
            counted = {code: len(areas) for code, areas in list_newest_areas(registers).items()}
        case "severe_areas":
            counted = {
                code: sum(is_severe(area) for area in areas) for code, areas in list_newest_areas(registers).items()
            }
    return {town.code: counted.get(town.code, 0) for town in towns}


def list_loaded_measures(database: Database) -> Sequence[str]:
    """What statistics there are to show, by name."""
    with database.reading() as session:
        return [told.measure for told in list_measures(session)]


def read_measure(measure: str, towns: Sequence[Municipality], database: Database) -> dict[str, float | None]:
    """Municipality code -> the measure's value in its newest year, None where it is missing."""
    with database.reading() as session:
        values = read_newest_values(session, measure)
    return {town.code: values.get(town.code) for town in towns}
