"""A table of counts and words, as aligned text or as Markdown: the same rows in both."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from cli.shown.text import WIDTH

GAP = "  "
MARKDOWN_WIDTH = 120
MIN_LAST = 24
"""Characters that the last column gets at least, also where the others fill the screen."""


@dataclass(frozen=True, slots=True)
class Table:
    """note says how to read it. A row has as many cells as the header; the first and last column may hold words."""

    title: str
    note: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def table_as_text(table: Table) -> str:
    """Title, note and aligned columns; the last column is wrapped at the screen's width."""
    lines = [table.header, *table.rows]
    widths = [max(len(row[column]) for row in lines) for column in range(len(table.header) - 1)]
    note = textwrap.fill(table.note, WIDTH)
    return "\n".join([table.title, note, "", *(_text_row(row, widths) for row in lines)])


def table_as_markdown(table: Table) -> str:
    """A heading of level 2, the note, and a table as GitHub and markdown-it-py read it."""
    lines = [table.header, tuple("---" for _ in table.header), *table.rows]
    rows = ("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in lines)
    return "\n".join([f"## {table.title}", "", textwrap.fill(table.note, MARKDOWN_WIDTH), "", *rows])


def _text_row(row: Sequence[str], widths: Sequence[int]) -> str:
    start = "".join(f"{cell:<{width}}{GAP}" for cell, width in zip(row, widths, strict=False))
    width = max(WIDTH, len(start) + MIN_LAST)
    if not row[-1]:
        return start.rstrip()
    return textwrap.fill(row[-1], width, initial_indent=start, subsequent_indent=" " * len(start))
