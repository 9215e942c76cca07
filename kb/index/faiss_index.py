"""Vectors in FAISS, single precision, every one compared. The one import of faiss.

One kind at every size: what is scored is exact, and a vector read back is the one that was given. At 100,000 vectors of
256, eight bits a dimension search in 3 ms instead of 5, but score 12,000 given ones in 11 ms instead of 1.5, since
FAISS has no quick way to single vectors in them.

Source: Douze et al., The Faiss library, arXiv:2401.08281, 2024.
"""

from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from kb.embedding.embedder import Vectors


class FaissIndex:
    """Inner products with an optional filter inside the search; see VectorIndex."""

    def __init__(self, index: faiss.Index) -> None:
        self._index = index

    @classmethod
    def build(cls, vectors: Vectors) -> "FaissIndex":
        """An index of float32 array (n_vectors, dim)."""
        index = faiss.IndexFlatIP(vectors.shape[1])
        index.add(np.ascontiguousarray(vectors, np.float32))
        return cls(index)

    @classmethod
    def load(cls, path: Path) -> "FaissIndex":
        """The index in the file, memory-mapped."""
        return cls(faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC))

    def save(self, path: Path) -> None:
        faiss.write_index(self._index, str(path))

    @property
    def n_vectors(self) -> int:
        return int(self._index.ntotal)

    def score(self, query: Vectors, positions: NDArray[np.int64] | None = None) -> NDArray[np.float32]:
        scores = np.zeros(self.n_vectors if positions is None else len(positions), np.float32)
        asked = np.ascontiguousarray(query, np.float32)
        into, query_pointer = faiss.swig_ptr(scores), faiss.swig_ptr(asked)
        # The stubs of FAISS leave out what is a flat index's alone.
        if positions is None:
            vectors = self._index.get_xb()  # type: ignore[attr-defined]
            faiss.fvec_inner_products_ny(into, query_pointer, vectors, self._index.d, len(scores))  # type: ignore[attr-defined]
        elif len(positions):
            wanted = np.ascontiguousarray(positions, np.int64)  # named, for a pointer keeps nothing alive
            pointers = into, faiss.swig_ptr(wanted)
            _keep_to_one_core()
            self._index.compute_distance_subset(1, query_pointer, len(scores), *pointers)  # type: ignore[attr-defined]
        return scores

    def search(self, query: Vectors, n: int, allowed: NDArray[np.bool_] | None = None) -> NDArray[np.int64]:
        if not n:
            return np.zeros(0, np.int64)
        parameters = None
        if allowed is not None:
            bitmap = np.packbits(allowed, bitorder="little")
            # FAISS adds these constructors to its classes when it is imported, so that its stubs do not know them.
            selector = faiss.IDSelectorBitmap(bitmap)  # type: ignore[call-arg, arg-type]
            parameters = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
        _keep_to_one_core()
        _, positions = self._index.search(query[None, :], n, params=parameters)
        found: NDArray[np.int64] = positions[0]
        return found[found >= 0]

    def compare(self, starts: NDArray[np.int64], group: int) -> NDArray[np.float64]:
        sums = np.add.reduceat(self._index.reconstruct_n(0, self.n_vectors), starts[:-1], axis=0)
        lengths = np.maximum(np.linalg.norm(sums, axis=1), 1e-12)
        return np.asarray(sums @ sums[group] / lengths / lengths[group], np.float64)

    def vectors(self, positions: NDArray[np.int64]) -> Vectors:
        return np.asarray(self._index.reconstruct_batch(np.ascontiguousarray(positions, np.int64)), np.float32)


def _keep_to_one_core() -> None:
    """One query is the work of one core; the others would only wait beside it."""
    faiss.omp_set_num_threads(1)
