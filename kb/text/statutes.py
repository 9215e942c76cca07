"""Statutes and the names they go by: abbreviation, full name and number are one."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Statute:
    """short, names, numbers : what it is called; adds : what is searched for besides, when it is asked for

    is_word : its abbreviation is a word too, and means the statute in its own case or beside a section alone
    """

    short: tuple[str, ...]
    names: tuple[str, ...]
    numbers: tuple[str, ...]
    adds: str
    is_word: bool = False


@dataclass(frozen=True, slots=True)
class NamedStatute:
    """Characters first <= i < last of a text that name the statute."""

    statute: Statute
    first: int
    last: int


@cache
def load_statutes() -> tuple[Statute, ...]:
    """The statutes of the table."""
    rows = tomllib.loads((Path(__file__).parent / "statutes.toml").read_text(encoding="utf-8"))["statute"]
    return tuple(
        Statute(
            short=tuple(row["short"]),
            names=tuple(row["names"]),
            numbers=tuple(row["numbers"]),
            adds=row["adds"],
            is_word=row.get("is_word", False),
        )
        for row in rows
    )


def find_statutes(text: str) -> Iterator[NamedStatute]:
    """The statutes that a text names, in order.

    >>> [named.statute.numbers[0] for named in find_statutes("sekretess enligt OSL och SoL, inte sol")]
    ['2009:400', '2025:400']
    """
    names = _names()
    for match in _pattern(_HAS_SECTION.search(text) is not None).finditer(text):
        written = match[0].casefold()
        yield NamedStatute(names.get(written) or names[written.removesuffix("s")], match.start(), match.end())


_HAS_SECTION = re.compile(r"§|\bkap\b|\b\d{1,2}:\d", re.I)


@cache
def _names() -> dict[str, Statute]:
    return {
        name.casefold(): statute
        for statute in load_statutes()
        for name in (*statute.short, *statute.names, *statute.numbers)
    }


@cache
def _pattern(has_section: bool) -> re.Pattern[str]:
    """The longest name first; an abbreviation that is a word too in any case only where a section is named."""
    exact = {short for s in load_statutes() if s.is_word and not has_section for short in s.short}
    shorts = {short for s in load_statutes() for short in s.short} - exact
    numbers = {number for s in load_statutes() for number in s.numbers}
    names = {f"{re.escape(name)}s?" for s in load_statutes() for name in s.names}
    loose = sorted(names | set(map(re.escape, shorts | numbers)), key=len, reverse=True)
    strict = "|".join(sorted(map(re.escape, exact), key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"(?<![\w:/])(?:(?i:{'|'.join(loose)})|{strict})(?![\w:/])")
