"""Where the names of a table's columns stand, told by its shape."""

import re
from collections.abc import Sequence

Grid = Sequence[Sequence[str]]

MAX_NAME_CHARS = 60

_NAMES = re.compile(
    r"(?:problem|plats|åtgärd|ansvar|antal|orsak|tid(?:punkt|en|er)?\b|datum|år\b|område|typ\b|mål\b|målgrupp|insats"
    r"|beskriv|brott(?:styp|skod|et)?\b|kommentar|status|läge|vad\b|var\b|när\b|vem\b|vilka?\b|hur\b|adress|kategori"
    r"|månad|veckodag|dag\b|förändring|kostnad|indikator|aktivitet|priorit|händelse|observation|observerat|grupp\b"
    r"|place|location|cause|action|measure|responsible|date|time|number|count|type|description|year|area|who|what"
    r"|when|where)",
    re.IGNORECASE,
)
"""How names of columns begin in plans, reports and exports."""
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–/]\d{2,4})?")
_SENTENCE = re.compile(r"[.;!]$")
_NUMBER = re.compile(r"[-–+]?\d[\d\s.,:/%-]*(?:kr|st|procent|%)?")


def count_header_rows(grid: Grid) -> int:
    """How many of the first rows name the columns: 0, 1 or 2.

    A row names columns when its cells could and something tells that they do: they are words that name columns, or
    what stands below them are numbers, or much longer.
    """
    if len(grid) < 2 or not _could_name(grid[0]):
        return 0
    if _has_merged(grid[0]) and len(grid) > 2 and _could_name(grid[1]):
        return 2
    return 1 if _has_names(grid[0]) or _is_unlike(grid[0], grid[1:]) else 0


def names_rows(grid: Grid) -> bool:
    """Whether the first column names what stands beside it, as in a form: each further column is a record."""
    labels = [row[0] for row in grid if row and row[0]]
    if len(labels) < 2 or not all(map(_is_short, labels)) or len(set(labels)) < len(labels):
        return False
    n_named = sum(map(is_name, labels))
    return 2 * n_named >= len(labels) and n_named >= 2 and not any(map(is_name, grid[0][1:]))


def is_name(text: str) -> bool:
    """Whether the text is a name that columns and fields of forms have."""
    return _is_short(text) and len(text.split()) <= 4 and (_NAMES.match(text) is not None or text.endswith(":"))


def _could_name(row: Sequence[str]) -> bool:
    cells = [cell for cell in row if cell]
    return len(cells) >= max(2, len(row) - 1) and all(_is_short(cell) and _is_label(cell) for cell in cells)


def _is_short(text: str) -> bool:
    return 0 < len(text) <= MAX_NAME_CHARS and _SENTENCE.search(text) is None


def _is_label(text: str) -> bool:
    return not _NUMBER.fullmatch(text) or _YEAR.fullmatch(text) is not None


def _has_merged(row: Sequence[str]) -> bool:
    return len(set(filter(None, row))) < len(list(filter(None, row)))


def _has_names(row: Sequence[str]) -> bool:
    return any(map(is_name, row)) and not _has_merged(row)


def _is_unlike(row: Sequence[str], below: Grid) -> bool:
    body = [cell for line in below for cell in line[1:] if cell]
    if not body or _has_merged(row):
        return False
    n_numbers = sum(_NUMBER.fullmatch(cell) is not None for cell in body)
    mean = sum(map(len, body)) / len(body)
    return 2 * n_numbers > len(body) or mean > 2 * max(map(len, row[1:]))
