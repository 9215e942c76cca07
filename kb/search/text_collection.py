"""Retrieval over any texts, without the fields of this product's documents: lexical, dense, and the two fused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.embedding.embedder import Embedder
from kb.index.passage_index import Index, build_index
from kb.index.passages import Passage, embed
from kb.models.logistic_model import LogisticModel
from kb.search.fusion import fuse_reciprocal_ranks
from kb.search.query import analyse_query
from kb.search.ranking import Ranking, rank_documents
from kb.search.signals import SIGNALS

_LEXICAL, _COSINE_TITLE, _COSINE = (SIGNALS.index(name) for name in ("lexical", "cosine_title", "cosine_body"))


@dataclass(frozen=True, slots=True)
class TextRanking:
    """The same query's documents by each way, best first."""

    lexical: tuple[str, ...]
    dense: tuple[str, ...]
    rrf: tuple[str, ...]
    hybrid: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextCollection:
    """Any texts, ready to be ranked; made by `index_texts`."""

    index: Index
    embedder: Embedder
    fusion: LogisticModel

    def score(self, query: str) -> Ranking:
        """The texts for a query with their signals; raises QueryRejected."""
        return rank_documents(self.index, analyse_query(query, self.embedder), self.fusion)

    def rank(self, query: str, n: int = 10) -> TextRanking:
        """The n best texts by each way; raises QueryRejected."""
        ranking = self.score(query)
        by_words = ranking.signals[:, _LEXICAL]
        by_meaning = np.maximum(ranking.signals[:, _COSINE], ranking.signals[:, _COSINE_TITLE])
        orders = [np.argsort(-scores, kind="stable") for scores in (by_words, by_meaning)]
        fused = fuse_reciprocal_ranks(orders, len(ranking.documents))
        return TextRanking(
            *(self._name(ranking, scores, n) for scores in (by_words, by_meaning, fused, ranking.relevance)),
        )

    def _name(self, ranking: Ranking, scores: NDArray[np.float32] | NDArray[np.float64], n: int) -> tuple[str, ...]:
        best = np.argsort(-scores, kind="stable")[:n]
        return tuple(self.index.slugs[ranking.documents[i]] for i in best)


def index_texts(texts: Mapping[str, tuple[str, str]], embedder: Embedder, fusion: LogisticModel) -> TextCollection:
    """A collection of texts, id -> (title, text); the title may be empty. fusion : Models.text."""
    passages = [passage for name, (title, text) in texts.items() for passage in _cut(name, title, text)]
    return TextCollection(build_index(passages, embed(passages, embedder)), embedder, fusion.align(SIGNALS))


def _cut(name: str, title: str, text: str) -> Sequence[Passage]:
    body = Passage(slug=name, field="body", heading=title, anchor="", context="", text=text)
    return (
        (Passage(slug=name, field="title", heading="", anchor="", context="", text=title), body) if title else (body,)
    )
