"""Place, group, time and assumed cause of a problem, as its paragraphs tell them: quotes, never anything concluded."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal, get_args

from kb.problems.causes import find_causes
from kb.problems.detail_patterns import Marked, Span, mark, words_of
from kb.problems.places import find_places, find_registered
from kb.problems.units import Unit
from kb.registers import Registers

DetailKind = Literal["place", "group", "time", "cause"]
DETAIL_KINDS: tuple[DetailKind, ...] = get_args(DetailKind)
MAX_QUOTES = 5
"""Of a kind: what is told most often comes first, and what is told once of many is no help."""
_MAX_BEFORE = 2
_MAX_GROUP_CHARS = 50


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


def find_details(
    paragraphs: Sequence[Unit], registers: Registers, home: str = "", about: Iterable[str] = ()
) -> Details:
    """What the paragraphs tell.

    home : the name of the municipality that asks: "i Borås" tells Borås nothing of where
    about : the problem's name and those of its areas; a cause must be one of what they name or the paragraphs tell
    """
    told = [mark(paragraph) for paragraph in paragraphs]
    places = (quote for m in told for quote in _merge(m, _find_places(m, registers)))
    return Details(
        _choose(quote for quote in places if quote.text.removesuffix("s") != home.removesuffix("s")),
        _choose(quote for m in told for quote in _merge(m, map(m.to_characters, _find_groups(m)))),
        _choose(quote for m in told for quote in _merge(m, map(m.to_characters, _find_times(m)))),
        tuple(_quote(paragraph, span) for paragraph, span in islice(find_causes(told, about), MAX_QUOTES)),
    )


def _find_places(marked: Marked, registers: Registers) -> Iterator[Span]:
    yield from map(marked.to_characters, find_places(marked))
    yield from find_registered(marked, registers)


def _find_times(marked: Marked) -> Iterator[Span]:
    return ((i, marks["time"]) for i, marks in enumerate(marked.marks) if "time" in marks)


def _find_groups(marked: Marked) -> Iterator[Span]:
    """Groups with the words before them and their age, and ages alone."""
    for i, marks in enumerate(marked.marks):
        if not marks and marked.tokens[i].form not in words_of("group_before"):
            continue
        end = _find_group(marked, i)
        aged = _find_age(marked, end or i) if not end or marked.is_next(end) else None
        if aged or end:
            yield i, aged or end


def _find_group(marked: Marked, first: int) -> int:
    """The token after the group that begins there, the one with most words before it; 0 where none begins."""
    end = 0
    for i in range(first, first + _MAX_BEFORE + 1):
        if i > first and not marked.is_next(i):
            break
        end = _find_noun(marked, i) or end
        if marked.tokens[i].form not in words_of("group_before"):
            break
    return end


def _find_noun(marked: Marked, i: int) -> int:
    marks = marked.marks[i]
    if not marks:
        return 0
    if "grouping" in marks:
        return _find_group_end(marked, marks["grouping"])
    if "of_age" in marks:
        aged = marks["of_age"]
        return _find_age(marked, aged) or 0 if marked.is_next(aged) else 0
    return marks.get("group", 0) if marked.tokens[i].form not in words_of("not_groups") else 0


def _find_group_end(marked: Marked, first: int) -> int:
    """Where what a group is of ends: `en grupp om fem unga män`; 0 where it is of nothing, or goes on for too long."""
    for i in range(first, len(marked.tokens)):
        token = marked.tokens[i]
        if token.first - marked.tokens[first].first > _MAX_GROUP_CHARS:
            return 0
        if token.text in ".,;" or token.form in words_of("group_ends"):
            return i if i > first else 0
    return 0


def _find_age(marked: Marked, i: int) -> int | None:
    """The token after the age there; "för mellan 3 och 5 år sedan" is none."""
    end = marked.marks[i].get("age") if i < len(marked.tokens) else None
    is_past = end is not None and marked.is_next(end) and marked.tokens[end].form == "sedan"
    return None if is_past else end


def _merge(marked: Marked, spans: Iterable[Span]) -> Iterator[Quote]:
    """The spans of characters in order, of overlapping ones the one that begins first and is longest."""
    end = 0
    for first, last in sorted(spans, key=lambda span: (span[0], -span[1])):
        if first >= end:
            yield _quote(marked.paragraph, (first, last))
            end = last


def _quote(paragraph: Unit, span: Span) -> Quote:
    return Quote(paragraph.position, *span, paragraph.text[span[0] : span[1]])


def _choose(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """The first quote of each wording, those told most often first."""
    told: dict[str, list[Quote]] = {}
    for quote in quotes:
        told.setdefault(quote.text.casefold(), []).append(quote)
    often = sorted(told.values(), key=lambda same: -len(same))
    return tuple(same[0] for same in often[:MAX_QUOTES])
