"""An embedder that embeds no text twice."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from kb.embedding.embedder import Embedder, Vectors

Embed = Callable[[Sequence[str]], Vectors]


class RememberingEmbedder:
    """Another embedder's vectors, each text's kept as long as this is.

    queries, passages : text -> its vector, float32 (dim,), as known from before
    """

    def __init__(
        self,
        embedder: Embedder,
        queries: Mapping[str, Vectors] | None = None,
        passages: Mapping[str, Vectors] | None = None,
    ) -> None:
        self._embedder = embedder
        self._queries, self._passages = dict(queries or {}), dict(passages or {})
        self.model_id, self.dim = embedder.model_id, embedder.dim

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self._recall(texts, self._queries, self._embedder.embed_queries)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self._recall(texts, self._passages, self._embedder.embed_passages)

    def knows(self, text: str, *, as_query: bool) -> bool:
        """Whether the text's vector is at hand, as a query or as a passage."""
        return text in (self._queries if as_query else self._passages)

    def _recall(self, texts: Sequence[str], known: dict[str, Vectors], embed: Embed) -> Vectors:
        new = [text for text in dict.fromkeys(texts) if text not in known]
        known.update(zip(new, embed(new), strict=True) if new else ())
        vectors = [known[text] for text in texts]
        return np.array(vectors, np.float32).reshape(len(texts), self.dim)
