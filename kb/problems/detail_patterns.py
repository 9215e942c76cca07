"""The words of `details.toml`, and a paragraph marked with them: which of its tokens begin what."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kb.problems.units import Unit
from kb.text.tokens import Token, read_tokens
from kb.text.word_patterns import WordPatterns, make_patterns

Span = tuple[int, int]
"""Tokens, or characters, first <= i < last."""


@dataclass(frozen=True, slots=True)
class Marked:
    """marks : of each token, label -> the token after the longest pattern of that label that begins with it."""

    paragraph: Unit
    tokens: Sequence[Token]
    marks: Sequence[Mapping[str, int]]

    def is_next(self, i: int) -> bool:
        """Whether token i is there and follows on the one before."""
        return i < len(self.tokens) and self.tokens[i].is_next

    def to_characters(self, span: Span) -> Span:
        """Where tokens stand in the paragraph."""
        return self.tokens[span[0]].first, self.tokens[span[1] - 1].last


def mark(paragraph: Unit) -> Marked:
    """The paragraph with its tokens and what begins at each."""
    tokens = read_tokens(paragraph.text)
    patterns = _patterns()
    return Marked(paragraph, tokens, [patterns.find(tokens, i) for i in range(len(tokens))])


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of an entry of details.toml."""
    return frozenset(_lists()[name].split())


@cache
def beginnings_of(name: str) -> tuple[str, ...]:
    """The same as beginnings or endings of words, for str.startswith and str.endswith."""
    return tuple(sorted(words_of(name)))


@cache
def _patterns() -> WordPatterns:
    lists = _lists()
    ends = {
        "place": [f"*{noun}" for noun in lists["place_nouns"].split()],
        "group": [f"*{noun}" for noun in lists["group_nouns"].split()],
    }
    patterns = dict(lists["patterns"])
    ends["place"] += patterns.pop("place_phrases")
    ends["group"] += patterns.pop("group_phrases")
    return make_patterns({**ends, **patterns}, lists["lists"])


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "details.toml").read_text(encoding="utf-8"))
