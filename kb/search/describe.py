"""A ranked document as a hit: its relevance, what made it so, and the passages that show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic

import numpy as np

from kb.search.collection import Collection, D
from kb.search.query import Query
from kb.search.ranking import Ranking
from kb.text.highlight import Span

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
    best = np.argsort(-(scores + first), kind="stable")[:N_PASSAGES]
    return [_mark(collection, query, start + int(i), float(scores[i])) for i in best if np.isfinite(scores[i])]


def _mark(collection: Collection[D], query: Query, position: int, score: float) -> PassageHit:
    passage = collection.index.passages[position]
    return PassageHit(
        heading=passage.heading,
        anchor=passage.anchor,
        text=passage.text,
        score=score,
        highlights=query.make_highlighter().find_among(collection.find_shown_words(passage.text)),
    )
