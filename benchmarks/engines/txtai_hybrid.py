"""txtai's hybrid index, its BM25 and the same embedding model as ours, half and half. The one import of txtai.

The model is handed to txtai as its external transform, so that nothing is fetched.
"""

import os
from collections.abc import Mapping, Sequence

os.environ["HF_HUB_OFFLINE"] = "1"

from txtai import Embeddings

from benchmarks.engines.engine import Corpus
from kb.embedding.embedder import Vectors
from kb.embedding.load import load_embedder


class TxtaiHybrid:
    """An index in memory."""

    def __init__(self, corpus: Corpus) -> None:
        embedder = load_embedder()

        def transform(texts: Sequence[str]) -> Vectors:
            return embedder.embed_passages(list(texts))

        self._index = Embeddings(method="external", transform=transform, hybrid=True, content=False)
        self._index.index((name, f"{title} {text}".strip(), None) for name, (title, text) in corpus.items())

    def rank(self, query: str, n: int) -> Mapping[str, Sequence[str]]:
        return {"hybrid": [str(name) for name, _ in self._index.search(query, n)]}


def build(corpus: Corpus) -> TxtaiHybrid:
    """The corpus in txtai."""
    return TxtaiHybrid(corpus)
