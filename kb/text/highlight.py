"""Which part of a text matched a query: whole words by stem, and the shared part of a compound."""

from collections.abc import Iterable

from kb.text.analysis import stem
from kb.text.words import find_words

MIN_PART = 5
"""Letters; a shorter common part ("nings") says nothing."""
MIN_SHARE = 0.7
"""Of the query word's stem; "skadegörelse" marks its part of "skadegörelsebrott", "skada" does not."""

Span = tuple[int, int]


def find_highlights(text: str, query_words: Iterable[str]) -> tuple[Span, ...]:
    """Character spans (first, last) of text that match a word of the query, in order, not overlapping.

    >>> find_highlights("Anmäl skadegörelsebrott", ["skadegörelse"])
    ((6, 18),)
    """
    stems = {stem(word)[1:]: word for word in query_words if len(word) > 2}
    spans: list[Span] = []
    for word in find_words(text):
        span = _match(word.form, stems)
        if span and (not spans or word.first + span[0] >= spans[-1][1]):
            spans.append((word.first + span[0], word.first + span[1]))
    return tuple(spans)


def _match(form: str, stems: dict[str, str]) -> Span | None:
    if stem(form)[1:] in stems:
        return 0, len(form)
    best: Span | None = None
    for query_stem, word in stems.items():
        part = _common_part(form, query_stem, word)
        if part and (best is None or part[1] - part[0] > best[1] - best[0]):
            best = part
    return best


def _common_part(form: str, query_stem: str, word: str) -> Span | None:
    """Where the query's word or stem stands in the form, or the form's stem in the query's compound."""
    for part in (word, query_stem):
        if len(part) >= MIN_PART and (first := form.find(part)) >= 0:
            return first, first + len(part)
    own = stem(form)[1:]
    if len(own) >= MIN_PART and own in word and len(own) >= MIN_SHARE * MIN_PART:
        return 0, len(form)
    return None
