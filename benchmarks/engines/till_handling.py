"""Ours, by all four ways at once: a query's latency is that of the four together."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from benchmarks.engines.engine import Corpus
from kb.embedding.load import load_embedder
from kb.models.models import load_models
from kb.search.text_collection import TextCollection, index_texts


class TillHandling:
    """An index in memory."""

    def __init__(self, collection: TextCollection) -> None:
        self._collection = collection

    def rank(self, query: str, n: int) -> Mapping[str, Sequence[str]]:
        return asdict(self._collection.rank(query, n))


def build(corpus: Corpus) -> TillHandling:
    """The corpus in our index."""
    return TillHandling(index_texts(corpus, load_embedder(), load_models().text))
