"""bm25s as it comes: lower-case words, k1 1.5 and b 0.75, no stemmer. The one import of bm25s.

Source: Lù, arXiv:2407.03618, 2024.
"""

from collections.abc import Mapping, Sequence

import bm25s

from benchmarks.engines.engine import Corpus


class Bm25sWords:
    """An index in memory."""

    def __init__(self, corpus: Corpus) -> None:
        self._ids = list(corpus)
        self._index = bm25s.BM25()
        texts = [f"{title} {text}" for title, text in corpus.values()]
        self._index.index(bm25s.tokenize(texts, stopwords=None, show_progress=False), show_progress=False)

    def rank(self, query: str, n: int) -> Mapping[str, Sequence[str]]:
        tokens = bm25s.tokenize([query], stopwords=None, show_progress=False)
        positions, _ = self._index.retrieve(tokens, k=min(n, len(self._ids)), show_progress=False)
        return {"words": [self._ids[i] for i in positions[0]]}


def build(corpus: Corpus) -> Bm25sWords:
    """The corpus in bm25s."""
    return Bm25sWords(corpus)
