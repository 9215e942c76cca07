"""An embedder whose vectors can be worked out in the head: one axis per word it knows."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from kb.embedding.embedder import Vectors


class AxisEmbedder:
    """A text's vector has a 1 on the axis of each known word in it, scaled to L2 norm 1; 0 when it has none."""

    def __init__(self, *words: str) -> None:
        self._words = words
        self.model_id = f"axes@{'-'.join(words)}"
        self.dim = len(words)
        self.query_model_id = self.model_id

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self.embed_passages(texts)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        rows = [[float(word in text.lower()) for word in self._words] for text in texts]
        vectors = np.array(rows, np.float32).reshape(len(texts), self.dim)
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(norms, 1e-12), np.float32)

    def embed_parts(self, stretches: Sequence[Sequence[str]]) -> Vectors:
        return self.embed_passages([part for stretch in stretches for part in stretch])


class CountingEmbedder(AxisEmbedder):
    """One that tells how often it was asked for the vector of each query."""

    def __init__(self, *words: str) -> None:
        super().__init__(*words)
        self.asked: Counter[str] = Counter()

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        self.asked.update(texts)
        return super().embed_queries(texts)
