"""The lines of one paragraph as blocks: broken ones mended, items and forms told apart."""

import re
from collections.abc import Iterator

from kb.reading.blocks import Block
from kb.reading.lines import has_list_mark, is_row, join_lines, write_bullets
from kb.reading.tables.records import join_records

_SPACES = re.compile(r"[ \t]{2,}")


def make_line_blocks(text: str) -> Iterator[Block]:
    """A block for each line that stands by itself; the fields of a form are one row."""
    lines = join_lines(write_bullets(_SPACES.sub(" ", text)).split("\n"))
    for line in filter(None, join_records(lines.split("\n"))):
        if is_row(line):
            yield Block(line, "row")
        elif has_list_mark(line):
            yield Block(line.removeprefix("- "), "item")
        else:
            yield Block(line)
