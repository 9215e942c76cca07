"""Broken lines mended into paragraphs."""

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

CELL_BREAK = " | "
_MARK = re.compile(r"\s*(?:[-*+•‣◦▪●○–]|\d{1,2}[.)])\s+")
_HYPHENATED = re.compile(r"\w-$")
_BROKEN = re.compile(r"[^\W\d_]{2}-$")
_CONJUNCTION = re.compile(r"(?:och|eller|samt|respektive|resp|men|and|or)\b")


def join_lines(lines: Iterable[str]) -> str:
    """One paragraph of the lines, broken words whole again; list items and table rows keep lines of their own.

    >>> join_lines(["Skade-", "görelsen vid barn-", "och ungdomsgården"])
    'Skadegörelsen vid barn- och ungdomsgården'
    """
    parts: list[list[str]] = []
    for line in filter(None, map(str.strip, lines)):
        if parts and not has_list_mark(line) and not is_row(line) and not is_row(parts[-1][-1]):
            parts[-1].append(line)
        else:
            parts.append([line])
    return "\n".join(map(run_together, parts))


def run_together(lines: Sequence[str]) -> str:
    """One line of the lines, none empty, whatever they begin with."""
    return "".join(_end(line, after) for line, after in zip_longest(lines, lines[1:]))


def has_list_mark(line: str) -> bool:
    """Whether a bullet, a dash or a number of at most two digits opens the line."""
    return _MARK.match(line) is not None


def is_row(line: str) -> bool:
    """Whether the line is the row of a table."""
    return line.startswith("|") or CELL_BREAK in line


def _end(line: str, after: str | None) -> str:
    """The line as it ends before the next one."""
    if after is None:
        return line
    if not _HYPHENATED.search(line[-3:]) or _CONJUNCTION.match(after):
        return line + " "
    return line[:-1] if _is_broken(line, after) else line


def _is_broken(line: str, after: str) -> bool:
    """Whether the hyphen that ends the line broke a word; else the word has one of its own, as `EU-projekt`.

    Swedish breaks no word after its first letter: the hyphen of `a-traktor` is its own.
    """
    return _BROKEN.search(line[-3:]) is not None and line[-2].islower() and after[0].islower()
