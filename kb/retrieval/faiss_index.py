"""Passage vectors in FAISS, every one compared, in half precision. The one import of faiss.

At 100,000 vectors of 256 a search took 1.9 ms in half precision and 13 ms in single precision, on one core. It only
proposes candidates: signals are computed from the vectors as they are.

Source: Douze et al., The Faiss library, arXiv:2401.08281, 2024.
"""

from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from kb.embedding.embedder import Vectors


class FaissIndex:
    """Inner products of 16-bit floats with an optional filter inside the search."""

    def __init__(self, index: faiss.Index) -> None:
        self._index = index

    @classmethod
    def build(cls, vectors: Vectors) -> "FaissIndex":
        """An index of float32 array (n_passages, dim), rows of L2 norm 1."""
        half = faiss.ScalarQuantizer.QT_fp16
        index = faiss.IndexScalarQuantizer(vectors.shape[1], half, faiss.METRIC_INNER_PRODUCT)
        index.add(np.ascontiguousarray(vectors))
        return cls(index)

    @classmethod
    def load(cls, path: Path) -> "FaissIndex":
        return cls(faiss.read_index(str(path), faiss.IO_FLAG_MMAP))

    def save(self, path: Path) -> None:
        faiss.write_index(self._index, str(path))

    def search(self, query: Vectors, n: int, allowed: NDArray[np.bool_] | None) -> NDArray[np.int64]:
        if not n:
            return np.zeros(0, np.int64)
        parameters = None
        if allowed is not None:
            bitmap = np.packbits(allowed, bitorder="little")
            # FAISS adds these constructors to its classes when it is imported, so that its stubs do not know them.
            selector = faiss.IDSelectorBitmap(bitmap)  # type: ignore[call-arg, arg-type]
            parameters = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
        _, positions = self._index.search(query[None, :], n, params=parameters)
        found: NDArray[np.int64] = positions[0]
        return found[found >= 0]
