"""The cells of a Word table by row and column, merged ones in each place that they cover."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from kb.reading.blocks import Block
from kb.reading.tables.cells import join_cell
from kb.reading.tables.rows import repeats
from kb.reading.word.runs import LEFT_OUT
from kb.reading.word.word_styles import is_on, value_of

MAX_SPAN = 63
"""Columns of a table in Word."""

ReadCell = Callable[[Element], Sequence[Block]]


@dataclass(frozen=True, slots=True)
class WordTable:
    """grid : the cells' texts; n_header : how many rows name the columns, None where Word does not say."""

    grid: Sequence[Sequence[str]]
    n_header: int | None


def read_table(table: Element, read_cell: ReadCell) -> WordTable:
    """The table's texts. Rows that were deleted or are hidden are left out."""
    grid: list[list[str]] = []
    rows = list(find_rows(table))
    boldness = []
    for row in rows:
        grid.append([""] * _span(row.find("trPr"), "gridBefore", 0))
        cells = [(cell, read_cell(cell)) for cell in find_nearest(row, "tc")]
        boldness.append(all(block.kind == "heading" for _, blocks in cells for block in blocks))
        for cell, blocks in cells:
            _place(cell, join_cell([block.text for block in blocks]), grid)
    n_marked = next((n for n, row in enumerate(rows) if not is_on(row.find("trPr"), "tblHeader")), 0)
    return WordTable(grid, n_marked or (1 if boldness[:2] == [True, False] else None))


def find_rows(table: Element) -> Iterator[Element]:
    """The rows that stand."""
    for row in find_nearest(table, "tr"):
        properties = row.find("trPr")
        if properties is None or not any(properties.find(mark) is not None for mark in ("del", "moveFrom", "hidden")):
            yield row


def find_nearest(parent: Element, tag: str) -> Iterator[Element]:
    """The elements of a tag below the parent, and none inside another of them: rows of nested tables are not ours."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in LEFT_OUT:
            yield from find_nearest(child, tag)


def _place(cell: Element, text: str, grid: list[list[str]]) -> None:
    """Add the cell to the last row, once for each column that it covers; one that goes on from above has its text."""
    properties = cell.find("tcPr")
    span = _span(properties, "gridSpan", 1)
    column = len(grid[-1])
    if _goes_on(properties) and len(grid) > 1 and column < len(grid[-2]):
        text = text or grid[-2][column]
    if properties is not None and properties.find("cellDel") is not None:
        text = ""
    grid[-1] += [text] + [text if repeats(text) else ""] * (span - 1)
    if not repeats(text) and _goes_on(properties):
        grid[-1][column] = ""


def _goes_on(properties: Element | None) -> bool:
    merge = None if properties is None else properties.find("vMerge")
    return merge is not None and merge.get("val", "continue") == "continue"


def _span(properties: Element | None, name: str, least: int) -> int:
    value = value_of(properties, name) or ""
    return min(max(int(value[:6]), least), MAX_SPAN) if value.isdecimal() else least
