"""Place, group, time and assumed cause of a problem, as its paragraphs tell them: quotes, never anything concluded."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, get_args

from kb.problems.description import Paragraph
from kb.problems.statute import is_cause
from kb.registers import Registers
from kb.text.sentences import split_sentences

DetailKind = Literal["place", "group", "time", "cause"]
DETAIL_KINDS: tuple[DetailKind, ...] = get_args(DetailKind)
MAX_QUOTES = 5
"""Of a kind: what is told most often comes first, and what is told once of many is no help."""
_WORDS_BEFORE = 2


@dataclass(frozen=True, slots=True)
class Quote:
    """text : characters first <= i < last of the paragraph at position."""

    position: int
    first: int
    last: int
    text: str


@dataclass(frozen=True, slots=True)
class Details:
    """Per kind at most MAX_QUOTES quotes, those told most often first; empty when nothing is told."""

    place: tuple[Quote, ...]
    group: tuple[Quote, ...]
    time: tuple[Quote, ...]
    cause: tuple[Quote, ...]

    @property
    def missing(self) -> tuple[DetailKind, ...]:
        """The kinds that nothing is told of."""
        return tuple(kind for kind in DETAIL_KINDS if not getattr(self, kind))


def find_details(paragraphs: Sequence[Paragraph], registers: Registers, home: str = "") -> Details:
    """What the paragraphs tell.

    home : the name of the municipality that asks: "i Borås" tells Borås nothing of where
    """
    patterns = _patterns()
    names = _name_pattern(registers)
    places = [
        quote
        for p in paragraphs
        for quote in _merge(p, (*_find(patterns.places, p), *_find((names,), p)))
        if quote.text.removesuffix("s") != home.removesuffix("s")
    ]
    return Details(
        _choose(places),
        _choose(quote for p in paragraphs for quote in _merge(p, _find(patterns.groups, p))),
        _choose(quote for p in paragraphs for quote in _merge(p, _find(patterns.times, p))),
        tuple(quote for p in paragraphs for quote in _find_causes(p))[:MAX_QUOTES],
    )


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Each has a group `quote`; what stands before it only tells that it is one."""

    places: tuple[re.Pattern[str], ...]
    groups: tuple[re.Pattern[str], ...]
    times: tuple[re.Pattern[str], ...]
    causes: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    lists = tomllib.loads((Path(__file__).parent / "details.toml").read_text(encoding="utf-8"))
    any_of = {name: "|".join(words) for name, words in lists.items()}
    breaks = rf"(?!(?:{any_of['place_breaks']}|{any_of['place_prepositions']})\b)"
    before = rf"(?i:\b(?:{any_of['place_prepositions']})) "
    noun = rf"(?i:[\w-]*(?:{any_of['place_nouns']})\b)"
    capital = rf"(?!(?:{any_of['not_places']})\b)[A-ZÅÄÖ][a-zåäöé][\w-]*"
    age = f"(?:{any_of['ages']})"
    group = rf"(?:(?:{any_of['group_before']}) ){{0,2}}(?:[\w-]*(?:{any_of['group_nouns']})\b)"
    named = rf"(?!(?:{any_of['not_places']})\b)[A-ZÅÄÖ][a-zåäöé]{{2,}}(?:{any_of['name_ends']})\b"
    return _Patterns(
        (
            re.compile(rf"(?P<quote>\b{named}(?: {capital})*)"),
            re.compile(rf"{before}(?P<quote>(?:{breaks}[\w-]+ ){{0,{_WORDS_BEFORE}}}{breaks}{noun}(?: {capital})*)"),
            re.compile(rf"(?i:\b(?:{any_of['name_prepositions']})) (?P<quote>{capital}(?: {capital})*)"),
        ),
        (re.compile(rf"(?i)\b(?P<quote>{group}(?: {age})?|{age})"),),
        (re.compile(rf"(?i)\b(?P<quote>{any_of['times']})\b"),),
        re.compile(rf"(?i)\b(?:{any_of['causes']})\b"),
    )


@lru_cache(maxsize=2)
def _name_pattern(registers: Registers) -> re.Pattern[str]:
    """Names of municipalities and of the police's areas, not first in a sentence: "Vara" and "Mark" are words too."""
    names = {town.name for town in registers.municipalities} | {area.name for area in registers.police_areas}
    listed = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"(?<=[\wåäö,] )(?P<quote>{listed})s?\b")


def _find(patterns: Iterable[re.Pattern[str]], paragraph: Paragraph) -> list[tuple[int, int]]:
    return [match.span("quote") for pattern in patterns for match in pattern.finditer(paragraph.text)]


def _merge(paragraph: Paragraph, spans: Iterable[tuple[int, int]]) -> Iterator[Quote]:
    """The spans in order, of overlapping ones the one that begins first and is longest."""
    end = 0
    for first, last in sorted(spans, key=lambda span: (span[0], -span[1])):
        if first >= end:
            yield Quote(paragraph.position, first, last, paragraph.text[first:last])
            end = last


def _choose(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """The first quote of each wording, those told most often first."""
    told: dict[str, list[Quote]] = {}
    for quote in quotes:
        told.setdefault(quote.text.casefold(), []).append(quote)
    often = sorted(told.values(), key=lambda same: -len(same))
    return tuple(same[0] for same in often[:MAX_QUOTES])


def _find_causes(paragraph: Paragraph) -> Iterator[Quote]:
    """The sentences that name a cause, one that ends in a colon together with the next."""
    begun: int | None = None
    cursor = 0
    for sentence in (sentence for line in paragraph.text.split("\n") for sentence in split_sentences(line)):
        first = paragraph.text.find(sentence, cursor)
        if first < 0:
            continue
        cursor = first + len(sentence)
        begun = first if begun is None else begun
        if not sentence.endswith(":"):
            text = paragraph.text[begun:cursor]
            if _names_cause(text):
                yield Quote(paragraph.position, begun, cursor, text)
            begun = None


def _names_cause(sentence: str) -> bool:
    """A row of a table ("Barn, annan orsak   203   199") names none."""
    return "   " not in sentence and (is_cause(sentence) or _patterns().causes.search(sentence) is not None)
