"""Rows of a PDF as a table: which column each cell stands in, told by where it lies."""

from bisect import bisect_right
from collections.abc import Sequence

from kb.reading.lines import run_together
from kb.reading.pdf.line_groups import Group
from kb.reading.pdf.pdf_lines import Line


def make_grid(rows: Sequence[Group]) -> list[list[str]]:
    """The texts by row and column; "" where a row has no cell in a column.

    What a first column leaves empty it has from above: a merged cell, or a row that went on over a page.
    """
    edges = _find_columns([cell for row in rows for cell in row.cells])
    width = max(len(edges), *(len(row.cells) for row in rows))
    grid: list[list[str]] = []
    for row in rows:
        cells = [""] * width
        for column, cell in zip(_place(row, edges), row.cells, strict=True):
            cells[column] = run_together([line.text for line in cell])
        if not cells[0] and grid:
            cells[0] = grid[-1][0]
        grid.append(cells)
    return grid


def _place(row: Group, edges: Sequence[float]) -> Sequence[int]:
    """The column of each cell; counted from the left where two would share one."""
    columns = [_find_column(cell, edges) for cell in row.cells]
    return columns if len(set(columns)) == len(columns) else range(len(columns))


def _find_columns(cells: Sequence[Sequence[Line]]) -> list[float]:
    """The right edge of each column, where cells overlap each other; of a single row, of each cell."""
    columns: list[tuple[float, float]] = []
    for left, right in sorted((min(n.left for n in cell), max(n.right for n in cell)) for cell in cells):
        if columns and left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return [right for _, right in columns]


def _find_column(cell: Sequence[Line], edges: Sequence[float]) -> int:
    return min(bisect_right(edges, min(line.left for line in cell)), len(edges) - 1)
