"""The default model, read by model2vec: one vector per token, a text is their mean. The one import of model2vec."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from model2vec import StaticModel

from kb.embedding.embedder import Vectors
from kb.errors import ModelUnusable

MAX_TOKENS = 512


class StaticEmbedder:
    """A static sentence-transformers folder; fast to load and to run."""

    def __init__(self, folder: Path) -> None:
        """Read the folder.

        Raises
        ------
        ModelUnusable : the folder holds no static model
        """
        try:
            self._model = StaticModel.from_pretrained(str(folder), normalize=True)
        except Exception as error:  # model2vec raises whatever its readers do; the folder is the user's choice
            raise ModelUnusable(f"{folder}: no static embedding model can be read here ({error})") from error
        self._model.max_length = MAX_TOKENS
        self.model_id = f"{folder.name}@{hash_model(folder)}"
        self.dim: int = self._model.dim

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self.embed_passages(texts)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.zeros((0, self.dim), np.float32)
        return np.asarray(self._model.encode(list(texts), use_multiprocessing=False), np.float32)


def hash_model(folder: Path) -> str:
    """The first 12 hex digits of the SHA-256 of all that decides the model's vectors: every file but its card."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != ".md"):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
