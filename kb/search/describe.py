"""A ranked document as a hit: its relevance, what made it so, and the passages that show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic

import numpy as np

from kb.search.collection import Collection, D
from kb.search.query import Query
from kb.search.ranking import Ranking
from kb.text.highlight import Span
from kb.text.phrase import compile_phrase
from kb.text.references import MARK, find_references

N_PASSAGES = 3
READ_FIRST: Mapping[str, float] = {
    "I korthet": 0.1,
    "När passar metoden": 0.1,
    "Så fungerar den": 0.05,
    "Kan hjälpa till med": 0.1,
}
"""How far a passage under the heading is ahead of others: whether a method fits is read before how to measure it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageHit:
    """score: lexical share + cosine, in [-1, 2]; highlights: spans of text that match the query."""

    heading: str
    anchor: str
    text: str
    score: float
    highlights: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hit(Generic[D]):
    """relevance in [0, 1]; parts: what each signal adds to its log-odds."""

    document: D
    relevance: float
    parts: Mapping[str, float]
    passages: tuple[PassageHit, ...]


def describe(collection: Collection[D], query: Query, ranking: Ranking, place: int) -> Hit[D]:
    """The document at a place of the ranking as a hit, with its best passages."""
    position = int(ranking.documents[place])
    return Hit(
        collection.documents[position],
        float(ranking.relevance[place]),
        collection.fusion.parts(ranking.signals[place]),
        tuple(_choose_passages(collection, query, ranking, position)),
    )


def _choose_passages(collection: Collection[D], query: Query, ranking: Ranking, position: int) -> list[PassageHit]:
    index = collection.index
    start, end = int(index.starts[position]), int(index.starts[position + 1])
    scores = ranking.passage_scores[start:end]
    first = np.array([READ_FIRST.get(passage.heading, 0.0) for passage in index.passages[start:end]])
    exact = np.array(
        [bool(_find_exact(f"{passage.heading}\n{passage.text}", query)) for passage in index.passages[start:end]]
    )
    best = np.lexsort((-(scores + first), ~exact))[:N_PASSAGES]
    return [_mark(collection, query, start + int(i), float(scores[i])) for i in best if np.isfinite(scores[i])]


def _mark(collection: Collection[D], query: Query, position: int, score: float) -> PassageHit:
    passage = collection.index.passages[position]
    by_word = query.make_highlighter().find_among(collection.find_shown_words(passage.text))
    return PassageHit(
        heading=passage.heading,
        anchor=passage.anchor,
        text=passage.text,
        score=score,
        highlights=_find_exact(passage.text, query) or by_word,
    )


def _find_exact(text: str, query: Query) -> tuple[Span, ...]:
    """Where the text holds what the query names to the letter: its phrases, and sections of statutes; in order, not
    overlapping.
    """
    phrases = [match.span() for phrase in query.signs.phrases for match in compile_phrase(phrase).finditer(text)]
    spans: list[Span] = []
    for first, last in sorted([*phrases, *_find_sections(text, query)]):
        if not spans or first >= spans[-1][1]:
            spans.append((first, last))
    return tuple(spans)


def _find_sections(text: str, query: Query) -> list[Span]:
    """The references to the query's sections; with a chapter where the query has one."""
    asked = {feature for feature in query.features if feature.startswith(MARK)}
    wanted = {feature for feature in asked if ":" in feature} or asked
    if not wanted:
        return []
    return [(found.first, found.last) for found in find_references(text) if not wanted.isdisjoint(found.features)]
