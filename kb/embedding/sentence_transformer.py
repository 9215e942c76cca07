"""Any sentence-transformers model. The one import of the library, made when it is needed: it takes seconds."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from kb.embedding.embedder import Vectors
from kb.embedding.model_settings import hash_model, read_dim
from kb.errors import ModelUnusable
from kb.extras import require_extra


class SentenceTransformerEmbedder:
    """A model with its tokenizer, pooling, prompts ("query: ", "passage: ") and size, as its folder says."""

    def __init__(self, folder: Path) -> None:
        """Load the folder; raises as load_model."""
        self._model = load_model(str(folder), read_dim(folder))
        self.model_id = f"{folder.name}@{hash_model(folder)}"
        self.dim: int = self._model.get_embedding_dimension() or 0

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self._normalized(self._model.encode_query(list(texts), show_progress_bar=False))

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self._normalized(self._model.encode_document(list(texts), show_progress_bar=False))

    def _normalized(self, vectors: Vectors) -> Vectors:
        vectors = vectors.reshape(-1, self.dim)  # of no texts the library returns an array without a dimension
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(norms, 1e-12), np.float32)


def load_model(source: str, dim: int | None = None) -> Any:
    """The library's model on the CPU, its vectors cut to dim.

    source : a folder, or a name on the hub when the library's cache on this machine has it; nothing is downloaded

    Raises
    ------
    ExtraMissing : sentence-transformers is not installed
    ModelUnusable : the library can read no model there
    """
    require_extra("models", f"{source}: this model")
    try:
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(source, device="cpu", local_files_only=True, truncate_dim=dim)
    except Exception as error:  # the library raises whatever the model's parts do
        raise ModelUnusable(
            f"{source}: no sentence-transformers model can be read here ({error}); give its folder, or fetch it first"
        ) from error
