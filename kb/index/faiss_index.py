"""Passage vectors in FAISS, every one compared, a byte a dimension. The one import of faiss.

A search reads all of the index, so that its size is its time: single precision took 13 ms and more at 100,000 vectors
of 256. It only proposes candidates: signals are computed from the vectors as they are.

Source: Douze et al., The Faiss library, arXiv:2401.08281, 2024.
"""

from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from kb.embedding.embedder import Vectors


class FaissIndex:
    """Inner products of 8-bit numbers with an optional filter inside the search."""

    def __init__(self, index: faiss.Index) -> None:
        self._index = index

    @classmethod
    def build(cls, vectors: Vectors) -> "FaissIndex":
        """An index of float32 array (n_passages, dim), rows of L2 norm 1."""
        kind = faiss.ScalarQuantizer.QT_8bit
        index = faiss.IndexScalarQuantizer(vectors.shape[1], kind, faiss.METRIC_INNER_PRODUCT)
        if len(vectors):
            index.train(np.ascontiguousarray(vectors))
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
        faiss.omp_set_num_threads(1)  # one query is the work of one core; others would only wait beside it
        _, positions = self._index.search(query[None, :], n, params=parameters)
        found: NDArray[np.int64] = positions[0]
        return found[found >= 0]
