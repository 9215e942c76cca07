"""The cells of a table of an OpenDocument file by row and column, merged ones in each place that they cover."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from kb.reading.tables.rows import repeats

MAX_COLUMNS = 256
MAX_SAME_ROWS = 50
"""Of one row that the file tells to repeat; empty ones fill a sheet to its end."""

_CELLS = frozenset({"table-cell", "covered-table-cell"})
_HIDDEN = frozenset({"collapse", "filter"})


@dataclass(slots=True)
class _Reading:
    """grid so far; covering : column -> the text of the merged cell over it, and for how many rows more."""

    read_cell: Callable[[Element], str]
    hidden: frozenset[int]
    grid: list[list[str]] = field(default_factory=list)
    covering: dict[int, tuple[str, int]] = field(default_factory=dict)


def read_table(table: Element, read_cell: Callable[[Element], str]) -> tuple[Sequence[Sequence[str]], int | None]:
    """The texts by row and column, and how many rows name the columns, None where the table does not say.

    Rows and columns that are hidden are left out.
    """
    reading = _Reading(read_cell, _find_hidden_columns(table))
    for row in _rows(table):
        _read_row(row, reading)
    n_header = sum(len(list(_rows(header))) for header in table.findall("table-header-rows"))
    return reading.grid, n_header or None


def _rows(parent: Element) -> Iterator[Element]:
    for child in parent:
        if child.tag == "table-row":
            if child.get("visibility") not in _HIDDEN:
                yield child
        elif child.tag in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(child)


def _read_row(row: Element, reading: _Reading) -> None:
    cells: list[str] = []
    for cell in (child for child in row if child.tag in _CELLS):
        n_same = min(_number(cell, "number-columns-repeated"), MAX_COLUMNS - len(cells))
        text = reading.read_cell(cell) if cell.tag == "table-cell" else None
        for _ in range(n_same):
            cells.append(_cover(cell, text, len(cells), reading))
    visible = [cell for column, cell in enumerate(cells) if column not in reading.hidden]
    n_rows = min(_number(row, "number-rows-repeated"), MAX_SAME_ROWS) if any(visible) else 0
    reading.grid.extend([visible] * n_rows)
    reading.covering = {column: (text, n - 1) for column, (text, n) in reading.covering.items() if n > 1}


def _cover(cell: Element, text: str | None, column: int, reading: _Reading) -> str:
    """The text at the column: the cell's own, or that of the merged cell which covers it."""
    if text is None:
        return reading.covering.get(column, ("", 0))[0]
    n_columns, n_rows = _number(cell, "number-columns-spanned"), _number(cell, "number-rows-spanned")
    told = text if repeats(text) else ""
    if n_columns > 1 or n_rows > 1:
        for covered in range(column, min(column + n_columns, MAX_COLUMNS)):
            reading.covering[covered] = (told, n_rows)
    return text


def _find_hidden_columns(table: Element) -> frozenset[int]:
    hidden, column = set[int](), 0
    for element in table.iter("table-column"):
        end = min(column + _number(element, "number-columns-repeated"), MAX_COLUMNS)
        hidden.update(range(column, end) if element.get("visibility") in _HIDDEN else ())
        column = end
    return frozenset(hidden)


def _number(element: Element, name: str) -> int:
    value = element.get(name, "1")[:8]
    return max(int(value), 1) if value.isdecimal() else 1
