"""A table as text, as spreadsheets and observation tools export it: cells apart by semicolons, tabs, commas or bars."""

import csv
from collections import Counter
from collections.abc import Iterator

from kb.reading.blocks import write_markdown
from kb.reading.characters import clean_characters
from kb.reading.encodings import decode
from kb.reading.plain_text import check_size, read_plain_text
from kb.reading.tables.rows import write_rows
from kb.reading.text_checks import check_text

DELIMITERS = ";\t,|"
_SAMPLE_ROWS = 50
_TOLD = "sep="
"""How Excel tells the delimiter in a first line of its own."""


def read_csv(raw: bytes) -> str:
    """The table as Markdown, a line a row: `Column: value; Column: value`; as plain text where it is no table.

    Raises
    ------
    DescriptionRejected : as `read_plain_text`
    """
    check_size(raw)
    text = clean_characters(decode(raw))
    delimiter, text = _find_delimiter(text)
    if delimiter is None:
        return read_plain_text(raw)
    try:
        return check_text(write_markdown(write_rows(list(_parse(text, delimiter)))))
    except csv.Error:  # a quote that never ends swallows all that comes after it
        return read_plain_text(raw)


def _find_delimiter(text: str) -> tuple[str | None, str]:
    """What parts the cells, and the text below the line that may tell it."""
    first, _, rest = text.partition("\n")
    if first.lower().startswith(_TOLD) and len(first) == len(_TOLD) + 1:
        return first[-1], rest
    scores = {delimiter: _score(text, delimiter) for delimiter in DELIMITERS}
    best = max(scores, key=scores.__getitem__)
    return (best if scores[best] else None), text


def _score(text: str, delimiter: str) -> int:
    """How many cells the commonest width of a row gives to the rows that have it; 0 where most rows have another."""
    widths = Counter[int]()
    try:
        for _, row in zip(range(_SAMPLE_ROWS), _parse(text, delimiter), strict=False):
            widths[len(row)] += bool(row)
    except csv.Error:
        return 0
    width, n_rows = max(widths.items(), key=lambda item: (item[0] > 1) * item[1], default=(1, 0))
    return (width - 1) * n_rows if 2 * n_rows > widths.total() else 0


def _parse(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
