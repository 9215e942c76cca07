"""Tables in text: cells apart by tabs, as Excel and Word paste them, or by bars, as in Markdown."""

import re
from collections.abc import Iterator, Sequence

from kb.reading.tables.rows import write_rows

_INDENTED_MARK = re.compile(r"^\s*([-*+•‣◦▪●○·–o§]|\d{1,2}[.)])\t\s*(?=\S)")
_RULE = re.compile(r"[\s:|+=-]*-[\s:|+=-]*")
_MAX_QUOTED_LINES = 50


def write_tables(lines: Sequence[str]) -> Iterator[str]:
    """The lines, each table as rows with the names of their columns, a blank line before and after it."""
    table: list[list[str]] = []
    n_header: int | None = None
    for line in _mend_cells(lines):
        if _RULE.fullmatch(line) and "|" in line and len(table) == 1:
            n_header = 1
        elif cells := _split(line):
            table.append(cells)
        else:
            yield from _write(table, n_header)
            table, n_header = [], None
            yield line
    yield from _write(table, n_header)


def _write(table: Sequence[Sequence[str]], n_header: int | None) -> Iterator[str]:
    if not table:
        return
    yield ""
    yield from (block.text for block in write_rows(table, n_header))
    yield ""


def _mend_cells(lines: Sequence[str]) -> Iterator[str]:
    """The lines, those that a quoted cell of Excel's goes on over as one, and without the tab after a list's mark."""
    held: list[str] = []
    n_quotes = 0
    for line in lines:
        if not held and not line.startswith('"') and '\t"' not in line:
            yield _INDENTED_MARK.sub(_mark, line)
            continue
        held.append(line)
        n_quotes += line.count('"')
        if n_quotes % 2 == 0 or len(held) == _MAX_QUOTED_LINES:
            yield from _release(held, n_quotes)
            held, n_quotes = [], 0
    yield from held


def _release(held: list[str], n_quotes: int) -> list[str]:
    is_cell = n_quotes % 2 == 0 and any("\t" in line for line in held)
    return [" ".join(held)] if is_cell else held


def _mark(match: re.Match[str]) -> str:
    return "- " if match[1] in "o§" else f"{match[1]} "


def _split(line: str) -> list[str]:
    """The cells of a line of a table, none of another line."""
    stripped = line.strip(" ")
    if "\t" in line.strip():
        return [_unquote(cell) for cell in stripped.split("\t")]
    if stripped.startswith("|") or " | " in stripped:
        return [cell.strip() for cell in stripped.strip("|").split("|")]
    return []


def _unquote(cell: str) -> str:
    cell = cell.strip()
    return cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell
