"""Vectors in FAISS, single precision: scored exactly; found exactly or, past a size, by way of a sketch of them. The
one import of faiss.

What is scored is exact at every size, and a vector read back is the one that was given. From SKETCHED_FROM on, a search
reads a sketch, one bit a dimension, in place of all vectors, and compares the vectors of the most promising alone: 300
of 100,000 by 384 are found in half a millisecond instead of 7 to 9.

Source: Douze et al., The Faiss library, arXiv:2401.08281, 2024; of the sketch: André, Kermarrec and Le Scouarnec, Cache
locality is not enough, VLDB 9(4), 2015, pp. 288-299.
"""

from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from kb.embedding.embedder import Vectors

SKETCHED_FROM = 20_000
"""Vectors. Below, all are compared in half a millisecond, and the file is that of a flat index."""
PART = 4
"""Dimensions that the sketch holds in four bits; vectors of another multiple have none."""
N_TRAINING = 4096
"""Vectors that the sketch is made by, 256 for each of the 16 values of four bits."""
N_READ, MIN_READ = 4, 400
"""How many vectors are compared for each that is wanted, and at least: the most promising ones by their sketch."""


class FaissIndex:
    """Inner products with an optional filter inside the search; see VectorIndex."""

    def __init__(self, index: faiss.Index) -> None:
        self._index = index
        # The stubs of FAISS leave out what is a single kind's alone, here and below.
        is_sketched = isinstance(index, faiss.IndexRefine)
        self._flat = faiss.downcast_index(index.refine_index) if is_sketched else index  # type: ignore[attr-defined]

    @classmethod
    def build(cls, vectors: Vectors) -> "FaissIndex":
        """An index of float32 array (n_vectors, dim)."""
        n_vectors, dim = vectors.shape
        is_sketched = n_vectors >= SKETCHED_FROM and dim % PART == 0
        index = _make_sketched(vectors) if is_sketched else faiss.IndexFlatIP(dim)
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
        if positions is None:
            vectors = self._flat.get_xb()  # type: ignore[attr-defined]
            faiss.fvec_inner_products_ny(into, query_pointer, vectors, self._flat.d, len(scores))  # type: ignore[attr-defined]
        elif len(positions):
            wanted = np.ascontiguousarray(positions, np.int64)  # named, for a pointer keeps nothing alive
            pointers = into, faiss.swig_ptr(wanted)
            _keep_to_one_core()
            self._flat.compute_distance_subset(1, query_pointer, len(scores), *pointers)  # type: ignore[attr-defined]
        return scores

    def search(self, query: Vectors, n: int, allowed: NDArray[np.bool_] | None = None) -> NDArray[np.int64]:
        if not n:
            return np.zeros(0, np.int64)
        _keep_to_one_core()
        _, positions = self._index.search(query[None, :], n, params=self._limit(n, allowed))
        found: NDArray[np.int64] = positions[0]
        return found[found >= 0]

    def compare(self, starts: NDArray[np.int64], group: int) -> NDArray[np.float64]:
        sums = np.add.reduceat(self._flat.reconstruct_n(0, self.n_vectors), starts[:-1], axis=0)
        lengths = np.maximum(np.linalg.norm(sums, axis=1), 1e-12)
        return np.asarray(sums @ sums[group] / lengths / lengths[group], np.float64)

    def vectors(self, positions: NDArray[np.int64]) -> Vectors:
        return np.asarray(self._flat.reconstruct_batch(np.ascontiguousarray(positions, np.int64)), np.float32)

    def _limit(self, n: int, allowed: NDArray[np.bool_] | None) -> faiss.SearchParameters:
        """What a search is told: where it may find, and of a sketch how much to compare."""
        # FAISS adds these constructors to its classes when it is imported, so that its stubs do not know them.
        selector = None if allowed is None else faiss.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))  # type: ignore[call-arg, arg-type]
        if self._index is self._flat:
            return faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
        n_read = max(N_READ * n, MIN_READ)
        of_sketch = faiss.SearchParametersIVF(sel=selector)  # type: ignore[call-arg]
        return faiss.IndexRefineSearchParameters(k_factor=n_read / n, base_index_params=of_sketch)  # type: ignore[call-arg]


def _make_sketched(vectors: Vectors) -> faiss.Index:
    """A trained index, without vectors, that holds them and their sketch."""
    dim = vectors.shape[1]
    # of the kinds that are read at this speed only the one by lists takes a filter: one list holds all
    sketch = faiss.IndexIVFPQFastScan(faiss.IndexFlatIP(dim), dim, 1, dim // PART, 4, faiss.METRIC_INNER_PRODUCT)
    index = faiss.IndexRefineFlat(sketch)
    _keep_to_one_core()
    index.train(np.ascontiguousarray(vectors[:: len(vectors) // N_TRAINING], np.float32))
    return index


def _keep_to_one_core() -> None:
    """One query is the work of one core; the others would only wait beside it."""
    faiss.omp_set_num_threads(1)
