"""The order of priority as a file for a spreadsheet: every value with its range, nothing that is run as a formula."""

import csv
import io
from collections.abc import Iterator

from api.cases.advice.export_advice import BYTE_ORDER_MARK, FORMULA
from kb.national.priority.criteria import Criterion
from kb.national.priority.priority import Priority, PriorityRow
from kb.national.priority.told import Told

Cell = str | int | float
FIRST_COLUMNS = (
    "place",
    "last_place",
    "place_low",
    "place_high",
    "municipality_code",
    "municipality",
    "county_code",
    "county",
    "score",
    "score_low",
    "score_high",
)
OF_SUPPORT = ("open_cases", "ended_cases", "advice_hours")


def write_priority_csv(priority: Priority) -> str:
    """As a spreadsheet in Swedish opens it: UTF-8 with its mark, semicolons, a comma in numbers."""
    file = io.StringIO()
    file.write(BYTE_ORDER_MARK)
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(_list_columns(priority))
    for row in priority.rows:
        writer.writerow([_write_cell(cell) for cell in _list_cells(row, priority)])
    return file.getvalue()


def _list_columns(priority: Priority) -> list[str]:
    areas = [f"areas_{year}" for year in priority.list_years]
    values = [f"{name}{end}" for name in priority.criteria for end in ("", "_low", "_high", "_missing", "_weight")]
    return [*FIRST_COLUMNS, *(OF_SUPPORT if "asked" in priority.criteria else ()), *areas, *values]


def _list_cells(row: PriorityRow, priority: Priority) -> Iterator[Cell]:
    ranked, town = row.ranked, row.town
    yield from (ranked.place, ranked.last_place, ranked.low, ranked.high)
    yield from (town.code, town.name, town.county_code, town.county_name)
    yield from (ranked.score, ranked.lowest, ranked.highest)
    if row.view.support:
        yield from (row.view.support.n_open, row.view.support.n_ended, row.view.support.hours)
    for found in row.view.lists:
        yield ", ".join(f"{area.name} ({area.area_class})" for area in found.areas)
    for criterion in priority.criteria:
        yield from _list_value(criterion, row.view.values[criterion], priority)


def _list_value(criterion: Criterion, told: Told, priority: Priority) -> Iterator[Cell]:
    """Of what is missing no number is told, and its range is all there is."""
    yield "" if told.is_missing else told.point
    yield from (told.low, told.high, int(told.is_missing), priority.weights[criterion])


def _write_cell(cell: Cell) -> str:
    if isinstance(cell, float):
        return f"{cell:.4g}".replace(".", ",")
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text
