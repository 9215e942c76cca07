"""References to a statute's sections, as features of a text: "OSL 10:2" and "10 kap. 2 §" are one.

A section counts with its chapter and alone, so that "15 a §" finds "10 kap. 15 a §".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kb.text.statutes import load_statutes

MARK = "=§"
"""Begins like a stem, and weighs as one."""
MAX_RANGE = 30
_NUMBER = r"\d{1,3}(?: ?[a-h](?!\w))?"
_CHAPTER = r"(?<![\d:])(?P<chapter>\d{1,2}) ?kap(?:itlet|itel|\.)?,? ?"
_LIST = rf"(?P<sections>{_NUMBER}(?: ?(?:[-–,]|och|eller|samt) ?{_NUMBER}){{0,20}})"
_SECTIONS = ("sections", "alone", "section", "before_section", "after_section")
_ITEM = re.compile(rf"(?P<first>{_NUMBER})(?: ?[-–] ?(?P<last>\d{{1,3}}))?")


@dataclass(frozen=True, slots=True)
class Reference:
    """features : of each section that is named; characters first <= i < last of the text."""

    features: tuple[str, ...]
    first: int
    last: int


def find_references(text: str) -> Iterator[Reference]:
    """The references of a text, in order.

    >>> [reference.features for reference in find_references("enligt OSL 10:2 och 4 §")]
    [('=§2', '=§10:2'), ('=§4',)]
    """
    if "§" not in text and ":" not in text and "kap" not in text.lower():
        return
    for match in _pattern().finditer(text):
        groups = match.groupdict()
        chapter = next(filter(None, map(groups.get, ("chapter", "before", "after"))), "")
        sections = next(filter(None, map(groups.get, _SECTIONS)))
        yield Reference(tuple(_features(chapter, sections)), match.start(), match.end())


def spell_references(text: str) -> str:
    """The text with "OSL 10:2" and "10:2 OSL" written out: however a section is written, the same is searched for.

    >>> spell_references("får vi dela enligt OSL 10:15 a?")
    'får vi dela enligt 10 kap. 15 a § OSL?'
    """
    if ":" not in text:
        return text
    return _short_pattern().sub(lambda match: _spell(match.groupdict()), text)


def _spell(found: dict[str, str | None]) -> str:
    chapter, section = found["before"] or found["after"], found["before_section"] or found["after_section"]
    return f"{chapter} kap. {section} § {found['before_short'] or found['after_short']}"


@cache
def _short_pattern() -> re.Pattern[str]:
    shorts = "|".join(re.escape(short) for statute in load_statutes() for short in statute.short)
    return re.compile(
        rf"\b(?P<before_short>{shorts}) (?P<before>\d{{1,2}}):(?P<before_section>{_NUMBER})(?!\w)"
        rf"|(?<![\w:])(?P<after>\d{{1,2}}):(?P<after_section>{_NUMBER}) (?P<after_short>{shorts})\b",
        re.I,
    )


@cache
def _pattern() -> re.Pattern[str]:
    shorts = "|".join(re.escape(short) for statute in load_statutes() for short in statute.short)
    return re.compile(
        rf"{_CHAPTER}{_LIST}(?!\w)(?: ?§§?)?"
        rf"|(?<![\w:/.-]){_LIST.replace('sections', 'alone')} ?§§?"
        rf"|(?<!\d)(?<!\d )§§? ?(?P<section>{_NUMBER})(?!\w)"
        rf"|\b(?:{shorts}) (?P<before>\d{{1,2}}):(?P<before_section>{_NUMBER})(?!\w)"
        rf"|(?<![\w:])(?P<after>\d{{1,2}}):(?P<after_section>{_NUMBER}) (?=(?:{shorts})\b)",
        re.I,
    )


def _features(chapter: str, sections: str) -> Iterator[str]:
    for section in _expand(sections):
        yield f"{MARK}{section}"
        if chapter:
            yield f"{MARK}{chapter}:{section}"


def _expand(sections: str) -> Iterator[str]:
    """The sections of a list, those of a range too: "1–3 och 15 a" are 1, 2, 3 and 15a."""
    for item in _ITEM.finditer(sections):
        first = item["first"].replace(" ", "").lower()
        yield first
        if item["last"] and first.isdigit() and int(item["last"]) - int(first) <= MAX_RANGE:
            yield from map(str, range(int(first) + 1, int(item["last"]) + 1))
