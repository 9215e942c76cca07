"""Phrases of a word list, found in a text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PhraseFinder:
    """Finds many phrases in one pass; made by `make_phrase_finder`."""

    pattern: re.Pattern[str]

    def find(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """The position of each phrase found, from 0 in the list, and its match; matches do not overlap."""
        for match in self.pattern.finditer(text):
            yield int((match.lastgroup or "p0")[1:]), match


def make_phrase_finder(phrases: Sequence[str]) -> PhraseFinder:
    """Finds the phrases as whole words in any case; `*` ends a word in any way; of two the longer is found.

    >>> finder = make_phrase_finder(["missbrukar*", "polis"])
    >>> [(position, match[0]) for position, match in finder.find("Missbrukarna ringde polisen, ingen polis.")]
    [(0, 'Missbrukarna'), (1, 'polis')]
    """
    longest_first = sorted(enumerate(phrases), key=lambda item: -len(item[1]))
    parts = [f"(?P<p{position}>{_pattern(phrase)})" for position, phrase in longest_first]
    return PhraseFinder(re.compile(rf"(?<!\w)(?:{'|'.join(parts) or '(?!)'})(?!\w)", re.IGNORECASE))


def _pattern(phrase: str) -> str:
    return r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in phrase.split())
