"""The overview of needs as a file for a spreadsheet: a line for every cell, hidden ones too."""

import csv
import io
from collections.abc import Iterator, Mapping

from api.cases.advice.export_advice import BYTE_ORDER_MARK, FORMULA
from kb.national.needs.overview import AreaRow, Cell, NeedsOverview
from kb.vocabulary import RATINGS

COLUMNS = (
    "period",
    "breakdown",
    "key",
    "key_name",
    "area",
    "area_name",
    "municipalities",
    "shown",
    "municipalities_in_key",
    *(f"methods_{rating}" for rating in RATINGS),
    "experts",
    "experts_with_told_time",
    "free_hours",
)


def write_needs(needs: NeedsOverview, names: Mapping[str, str]) -> str:
    """The overview as a spreadsheet in Swedish opens it: UTF-8 with its mark, semicolons, a comma in numbers.

    names : of areas, counties, classes of size and halves, by slug, code or key
    """
    file = io.StringIO()
    file.write(BYTE_ORDER_MARK)
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in (*([needs.any_told] if needs.any_told else []), *needs.rows):
        for line in _list_lines(needs, row, names):
            writer.writerow([tell(value) for value in line])
    return file.getvalue()


def tell(value: str | float | None) -> str:
    """What stands in a cell: no text begins a formula.

    >>> tell("=SUM(A1)"), tell(2.5), tell(None)
    ("'=SUM(A1)", '2,5', '')
    """
    if isinstance(value, float | int):
        return f"{value:g}".replace(".", ",")
    text = value or ""
    return f"'{text}" if text.startswith(FORMULA) else text


def _list_lines(
    needs: NeedsOverview, row: AreaRow, names: Mapping[str, str]
) -> Iterator[tuple[str | float | None, ...]]:
    area = (row.area, names.get(row.area, ""))
    yield (needs.period, "all", "", "", *area, *_tell_cell(row.total, needs.n_towns), *_tell_supply(row))
    for column, cell in zip(needs.columns, row.cells, strict=True):
        place = (needs.part, column.key, names.get(column.key, ""))
        yield (needs.period, *place, *area, *_tell_cell(cell, column.n_towns), *_tell_supply(row))


def _tell_cell(cell: Cell, n_towns: int) -> tuple[str | float | None, ...]:
    return cell.n, "no" if cell.n is None else "yes", n_towns


def _tell_supply(row: AreaRow) -> tuple[str | float | None, ...]:
    if row.supply is None:
        return (None,) * (len(RATINGS) + 3)
    methods = (row.supply.methods[rating] for rating in RATINGS)
    return *methods, row.supply.n_experts, row.supply.n_told, round(row.supply.free_hours, 1)
