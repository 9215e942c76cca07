"""A table of any format written as rows that can be read alone: `Problem: Klotter; Plats: Tunneln`."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from kb.reading.blocks import Block
from kb.reading.tables.header import MAX_NAME_CHARS, Grid, count_header_rows, names_rows
from kb.reading.ticks import TICKED, UNTICKED

MAX_REPEATED_CHARS = 300
"""Of a cell that covers others: longer texts are told once, or a table could grow without end."""
MAX_RECORD_CHARS = 300
"""Of a form with one value a field: what is longer tells of more than one thing, and is a row a field."""

_BREAK = re.compile(r"\s*;\s*")
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{2})\.$")
Row = Sequence[str]


def write_rows(grid: Grid, n_header: int | None = None) -> Iterator[Block]:
    """The table's rows, each with the names of its columns; what stands above them alone is a paragraph.

    Parameters
    ----------
    grid : cells by row; a merged cell is given in each place that it covers
    n_header : how many rows name the columns, None where the file does not say
    """
    rows = [row for row in (list(map(_tidy, row)) for row in grid) if any(row)]
    columns = [any(column) for column in zip_longest(*rows, fillvalue="")]
    rows = [[cell for cell, is_used in zip(row, columns, strict=False) if is_used] for row in rows]
    n_alone = _count_captions(rows)
    yield from (Block(next(filter(None, row))) for row in rows[:n_alone])
    width = sum(columns)
    yield from _write([row + [""] * (width - len(row)) for row in rows[n_alone:]], n_header)


def repeats(text: str) -> bool:
    """Whether a merged cell of the text is told in each place that it covers."""
    return len(text) <= MAX_REPEATED_CHARS


def _tidy(cell: str) -> str:
    """On one line, and without what parts cells; a full stop is needless where a cell ends."""
    return _FULL_STOP.sub("", _BREAK.sub(", ", " ".join(cell.split())).rstrip(","))


def _count_captions(rows: Sequence[Row]) -> int:
    """How many of the first rows have one text, over wider rows; of a table of one column, all."""
    widths = [len(set(filter(None, row))) for row in rows]
    return next((n for n, width in enumerate(widths) if width > 1), len(rows))


def _write(rows: Sequence[Row], n_header: int | None) -> Iterator[Block]:
    if n_header is None and names_rows(rows):
        yield from _write_form(rows)
        return
    n_header = min(count_header_rows(rows) if n_header is None else n_header, len(rows) - 1) if rows else 0
    names = [_join_names(column) for column in zip(*rows[:n_header], strict=True)] or [""] * len(
        rows[0] if rows else ()
    )
    section = ""
    for row in rows[n_header:]:
        if _is_section(row):
            section = row[0]
        elif list(row) not in map(list, rows[:n_header]) and (text := _write_row(names, row)):
            yield Block("; ".join(filter(None, [section, text])), "row")


def _write_form(rows: Sequence[Row]) -> Iterator[Block]:
    """A table turned: every column after the first is a record, whose fields the first one names."""
    names, *records = zip(*rows, strict=True)
    names = tuple(map(_strip_name, names))
    for record in records:
        if len(records) == 1 and sum(map(len, record)) > MAX_RECORD_CHARS:
            yield from (
                Block(_write_row([name], [value]), "row") for name, value in zip(names, record, strict=True) if value
            )
        elif text := _write_row(names, record):
            yield Block(text, "row")


def _write_row(names: Sequence[str], row: Row) -> str:
    """The filled cells, each after its column's name; of a row whose boxes are all unticked, nothing."""
    if UNTICKED in row and TICKED not in row:
        return ""
    return "; ".join(_write_cell(name, cell) for name, cell in zip(names, row, strict=True) if _write_cell(name, cell))


def _write_cell(name: str, cell: str) -> str:
    if cell == TICKED:
        return name
    return "" if cell == UNTICKED else f"{name}: {cell}" if name and cell else cell


def _join_names(column: Sequence[str]) -> str:
    """The names above each other, the outer first, each once."""
    return " ".join(dict.fromkeys(map(_strip_name, filter(None, column))))


def _strip_name(name: str) -> str:
    return name.rstrip(": ")


def _is_section(row: Row) -> bool:
    """Whether one short text covers the whole row: it tells what the rows after it have in common."""
    return len(row) > 1 and row[0] != "" and len(row[0]) <= MAX_NAME_CHARS and len(set(row)) == 1
