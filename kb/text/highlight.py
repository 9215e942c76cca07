"""Which part of a text matched a query: whole words by stem, and the shared part of a compound."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kb.text.analysis import stem, word_features
from kb.text.words import Word, find_words

MIN_PART = 5
"""Letters; a shorter common part ("nings") says nothing."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlighter:
    """The words of a query, ready to be found in many texts; made by `make_highlighter`.

    stems : the query's stems; parts : finds a word or stem of the query inside a longer word; compounds : the query's
    words, joined, in which a shorter word of the text may stand; features : of the query's words
    """

    stems: frozenset[str]
    parts: re.Pattern[str]
    compounds: str
    features: frozenset[str]
    _seen: dict[str, Span | None] = field(default_factory=dict, repr=False, compare=False)

    def find(self, text: str) -> tuple[Span, ...]:
        """Character spans (first, last) of text that match a word of the query, in order, not overlapping."""
        return self.find_among(find_words(text))

    def find_among(self, words: Iterable[Word]) -> tuple[Span, ...]:
        """As find, for a text whose words are at hand: most of the work is to find them."""
        spans: list[Span] = []
        seen = self._seen
        for word in words:
            form = word.form
            if form not in seen:
                seen[form] = self._match(form)
            part = seen[form]
            if not part:
                continue
            if len(form) != word.last - word.first:  # letters written otherwise than in normal form
                part = 0, word.last - word.first
            if not spans or word.first + part[0] >= spans[-1][1]:
                spans.append((word.first + part[0], word.first + part[1]))
        return tuple(spans)

    def _match(self, form: str) -> Span | None:
        features = word_features(form)
        if self.features.isdisjoint(features):  # no stem and no 4-gram shared, as most words: there is nothing to find
            return None
        own = features[0][1:]
        if own in self.stems:
            return 0, len(form)
        if len(form) < MIN_PART:
            return None
        if part := self.parts.search(form):
            return part.span()
        return (0, len(form)) if len(own) >= MIN_PART and own in self.compounds else None


def make_highlighter(words: Iterable[str]) -> Highlighter:
    """A highlighter for the words, given in normal form.

    >>> make_highlighter(["skadegörelse"]).find("Anmäl skadegörelsebrott")
    ((6, 18),)
    """
    known = [word for word in words if len(word) > 2]
    stems = {stem(word)[1:] for word in known}
    parts = sorted({p for p in {*known, *stems} if len(p) >= MIN_PART}, key=lambda p: (-len(p), p))
    pattern = "|".join(map(re.escape, parts)) or r"(?!)"
    features = frozenset(feature for word in known for feature in word_features(word))
    return Highlighter(stems=frozenset(stems), parts=re.compile(pattern), compounds=" ".join(known), features=features)
