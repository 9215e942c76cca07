"""Broken lines mended."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise, zip_longest

MIN_WIDTH, MAX_WIDTH = 50, 110
"""Between these, in characters, lines are broken by mail, editors and terminals."""

_MARK = re.compile(r"\s*(?:[-*+•‣◦▪●○–]|\d{1,2}[.)])\s+")
_BULLET = re.compile(r"^[ \t]*[-•‣◦▪●○□·*\u2043][ \t]+(?=\S)", re.MULTILINE)
_ROW = re.compile(r"[^:;]{1,60}: [^;]*; [^:;]{1,60}: ")
_HYPHENATED = re.compile(r"\w-$")
_BROKEN = re.compile(r"[^\W\d_]{2}-$")
_CONJUNCTION = re.compile(r"(?:och|eller|samt|respektive|resp|men|and|or)\b")
_SENTENCE_END = re.compile(r"[.:;!?…][”\"’)]*$")


def join_lines(lines: Iterable[str]) -> str:
    """The lines, mended where a line was broken in the midst of a sentence or a word; others stay apart.

    >>> join_lines(["Skade-", "görelsen vid barn-", "och ungdomsgården", "Rån på torget"])
    'Skadegörelsen vid barn- och ungdomsgården\\nRån på torget'
    """
    kept = [line for line in map(str.strip, lines) if line]
    is_wrapped = _are_wrapped(kept)
    parts: list[list[str]] = []
    for line in kept:
        if parts and _goes_on(parts[-1][-1], line, is_wrapped):
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


def write_bullets(text: str) -> str:
    """The text with a hyphen for every bullet that opens a line; dashes and numbers stay."""
    return _BULLET.sub("- ", text)


def is_row(line: str) -> bool:
    """Whether the line is the row of a table: cells after the names of their columns, or parted by bars."""
    return line.startswith("|") or " | " in f"{line} " or _ROW.match(line) is not None


def _are_wrapped(lines: Sequence[str]) -> bool:
    """Whether a program broke the lines at a width: each is as full as the next one's first word lets it be."""
    width = max(map(len, lines), default=0)
    full = [len(line) + 1 + len(after.split(maxsplit=1)[0]) > width for line, after in pairwise(lines)]
    return len(full) > 1 and all(full) and MIN_WIDTH <= width <= MAX_WIDTH


def _goes_on(before: str, line: str, is_wrapped: bool) -> bool:
    """Whether the line goes on where the one before it was broken off."""
    if has_list_mark(line) or is_row(line) or is_row(before):
        return False
    if is_wrapped or _HYPHENATED.search(before[-3:]):
        return True
    return _SENTENCE_END.search(before[-4:]) is None and not line[0].isupper()


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
