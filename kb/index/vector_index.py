"""What is asked of an index of vectors: the only way to them, whichever engine holds them."""

from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from kb.embedding.embedder import Vectors


class VectorIndex(Protocol):
    """Vectors of L2 norm 1, or 0, at positions from 0; a score is the inner product with a query of the same kind."""

    @property
    def n_vectors(self) -> int: ...

    def score(self, query: Vectors, positions: NDArray[np.int64] | None = None) -> NDArray[np.float32]:
        """float32 array (n,): the cosine of the query, float32 (dim,), and each of the vectors at positions, or all."""
        ...

    def search(self, query: Vectors, n: int, allowed: NDArray[np.bool_] | None = None) -> NDArray[np.int64]:
        """int64 array of at most n positions, nearest first.

        query : float32 array (dim,), L2 norm 1
        allowed : bool array (n_vectors,), True where a vector may be found; the filter acts inside the search
        """
        ...

    def compare(self, starts: NDArray[np.int64], group: int) -> NDArray[np.float64]:
        """float64 array (n_groups,): the cosine of each group's summed vectors and those of one group, 0 where it is 0.

        starts : int64 array (n_groups + 1,), where each group of neighbours begins; no group is empty
        """
        ...

    def vectors(self, positions: NDArray[np.int64]) -> Vectors:
        """float32 array (n, dim): the vectors at positions, as they were given."""
        ...

    def save(self, path: Path) -> None:
        """Write the index into one file; the same vectors give the same bytes."""
        ...
