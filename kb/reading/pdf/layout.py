"""Groups of lines told apart: headings, paragraphs, list items and rows, by their type and their marks."""

import re
from collections.abc import Sequence
from itertools import groupby

from kb.reading.blocks import Block, could_be_heading
from kb.reading.lines import has_list_mark, run_together
from kb.reading.pdf.grids import make_grid
from kb.reading.pdf.line_groups import Body, Group, group_lines, measure_body
from kb.reading.pdf.pdf_lines import Page
from kb.reading.tables.rows import write_rows

HEADING_SIZE = 1.12
"""From this factor of the body's size, type is a heading's; Word's smallest step is 13 points over 11."""
MAX_HEADING_LINES = 3

_BULLET = re.compile(r"[-*+•‣◦▪●○–]\s+")
_MARK_ALONE = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?|[^\w\s]")


def arrange(pages: Sequence[Page]) -> list[Block]:
    """The blocks of the pages in their order; the level of a heading is the place of its type among the headings'."""
    body = measure_body(pages)
    groups = list(group_lines(pages, body))
    looks = sorted({_look(group, body) for group in groups if _is_heading(group, body)}, reverse=True)
    blocks: list[Block] = []
    for is_table, run in groupby(groups, key=_is_row):
        rows = list(run)
        blocks += write_rows(make_grid(rows)) if is_table else [_make_block(group, body, looks) for group in rows]
    return blocks


def _look(group: Group, body: Body) -> tuple[float, bool]:
    """How much a heading stands out: larger first, bold before plain."""
    largest = max(line.size for line in group.lines)
    return (largest if largest >= HEADING_SIZE * body.size else body.size), all(line.is_bold for line in group.lines)


def _is_heading(group: Group, body: Body) -> bool:
    text = _text(group)
    size, is_bold = _look(group, body)
    stands_out = size > body.size or (is_bold and not body.is_bold)
    is_short = len(group.lines) <= MAX_HEADING_LINES and could_be_heading(text)
    return stands_out and is_short and not _is_row(group) and not _BULLET.match(text)


def _make_block(group: Group, body: Body, looks: Sequence[tuple[float, bool]]) -> Block:
    text = _text(group)
    if _is_heading(group, body):
        return Block(text, "heading", looks.index(_look(group, body)) + 1)
    return Block(_BULLET.sub("", text, count=1), "item") if has_list_mark(text) else Block(text)


def _is_row(group: Group) -> bool:
    """Whether the group is a row: a number or a bullet and what it stands before are none."""
    is_marked = len(group.cells) == 2 and _MARK_ALONE.fullmatch(group.cells[0][0].text) is not None
    return len(group.cells) > 1 and not is_marked


def _text(group: Group) -> str:
    return run_together([line.text for line in group.lines])
