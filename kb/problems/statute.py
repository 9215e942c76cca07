"""The three parts that 4 § lag (2023:196) asks of a lägesbild: which are found, where, and what is missing.

A part is found under a heading that names it, or in paragraphs that do its work whatever they are called. What is found
is a help to the reader, not a legal judgement. Cues are sought in all that stands under a heading, so that it is the
same however finely a description is cut.
"""

import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, groupby
from pathlib import Path
from typing import Any, Literal, get_args

from kb.problems.units import Unit
from kb.text.tokens import read_tokens
from kb.text.word_patterns import WordPatterns, make_patterns

Part = Literal["kartläggning", "annan information", "analys"]
PARTS: tuple[Part, ...] = get_args(Part)
MIN_WORDS = 12
"""Under the headings that name a part, together."""
MIN_CUES: dict[Part, int] = {"kartläggning": 2, "annan information": 1, "analys": 2}
"""Cues that are needed where no heading names the part: one sentence with "beror på" is no analysis."""
_NEAR = 300
"""Characters between what is counted and its number."""

_Marks = Mapping[str, Sequence[tuple[int, int]]]
"""label of statute.toml -> where its patterns stand in a text, as characters first <= i < last, in order."""


@dataclass(frozen=True, slots=True, order=True)
class _Cue:
    """A label, and the one that must follow within so many characters; none when closes is empty."""

    opens: str
    closes: str = ""
    within: int = 0


_CUES: dict[Part, tuple[_Cue, ...]] = {
    "kartläggning": (_Cue("reported", "number", _NEAR), _Cue("number", "counted", _NEAR)),
    "annan information": (_Cue("share", "feeling", 120), _Cue("survey", "percent", 160), _Cue("told")),
    "analys": (_Cue("cause"), _Cue("depends", "on", 60)),
}


@dataclass(frozen=True, slots=True)
class PartFound:
    """paragraphs : where the part is, in order; empty when it is missing."""

    part: Part
    paragraphs: tuple[Unit, ...]

    @property
    def is_found(self) -> bool:
        return bool(self.paragraphs)


def check_statute(paragraphs: Sequence[Unit]) -> tuple[PartFound, ...]:
    """The parts in the order of the statute, each with its paragraphs."""
    apart = _lists()["headings"]["apart"]
    cued = _find_cues([paragraph for paragraph in paragraphs if not _has_any(apart, paragraph.heading)])
    return tuple(PartFound(part, _find_headed(part, paragraphs) or _find_cued(part, cued)) for part in PARTS)


def is_cause(text: str) -> bool:
    """Whether the text names a cause."""
    return next(_find_in_text("analys", _mark(text, _patterns("analys"))), None) is not None


def _find_headed(part: Part, paragraphs: Sequence[Unit]) -> tuple[Unit, ...]:
    headed = tuple(p for p in paragraphs if _is_headed(part, p))
    return headed if sum(len(p.text.split()) for p in headed) >= MIN_WORDS else ()


def _is_headed(part: Part, paragraph: Unit) -> bool:
    """Whether the nearest heading names the part, or one above does and no other part: a title may name them all."""
    headings = _lists()["headings"]
    if _has_any(headings[part], paragraph.heading):
        return True
    named = ({other for other in PARTS if _has_any(headings[other], heading)} for heading in paragraph.above)
    return {part} in named


def _has_any(pieces: Sequence[str], heading: str) -> bool:
    form = heading.casefold()
    return any(piece in form for piece in pieces)


_Cued = Mapping[Part, Sequence[Unit]]
"""The paragraph in which each cue of a part begins."""


def _find_cued(part: Part, cued: _Cued) -> tuple[Unit, ...]:
    found = {paragraph.position: paragraph for paragraph in cued[part]}
    return tuple(found.values()) if len(cued[part]) >= MIN_CUES[part] else ()


def _find_cues(paragraphs: Sequence[Unit]) -> _Cued:
    found: dict[Part, list[Unit]] = {part: [] for part in PARTS}
    for _, group in groupby(paragraphs, lambda paragraph: (paragraph.above, paragraph.heading)):
        section = list(group)
        starts = list(accumulate((len(paragraph.text) + 1 for paragraph in section), initial=0))
        marks = _mark("\n".join(paragraph.text for paragraph in section), _patterns(*PARTS))
        for part in PARTS:
            found[part] += [section[bisect_right(starts, first) - 1] for first in _find_in_text(part, marks)]
    return found


def _mark(text: str, patterns: WordPatterns) -> _Marks:
    tokens = read_tokens(text)
    marks: dict[str, list[tuple[int, int]]] = {}
    for i, token in enumerate(tokens):
        for label, end in patterns.find(tokens, i).items():
            marks.setdefault(label, []).append((token.first, tokens[end - 1].last))
    return marks


def _find_in_text(part: Part, marks: _Marks) -> Iterator[int]:
    """Where each cue of the part begins, none overlapping another."""
    begun = sorted((first, last, cue) for cue in _CUES[part] for first, last in marks.get(cue.opens, ()))
    cursor = 0
    for first, last, cue in begun:
        end = _close(cue, last, marks) if first >= cursor else 0
        if end:
            yield first
            cursor = end


def _close(cue: _Cue, last: int, marks: _Marks) -> int:
    """Where a cue ends that was opened up to the character last; 0 when it does not."""
    if not cue.closes:
        return last
    closing = marks.get(cue.closes, ())
    i = bisect_left(closing, (last, 0))
    return closing[i][1] if i < len(closing) and closing[i][0] - last <= cue.within else 0


@cache
def _patterns(*parts: Part) -> WordPatterns:
    """The patterns that the cues of the parts need."""
    labels = {label for part in parts for cue in _CUES[part] for label in (cue.opens, cue.closes) if label}
    return make_patterns({label: _lists()["cues"][label] for label in sorted(labels)})


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "statute.toml").read_text(encoding="utf-8"))
