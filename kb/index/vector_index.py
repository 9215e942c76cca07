"""What the search asks of a vector index."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from kb.embedding.embedder import Vectors


class VectorIndex(Protocol):
    """Passage vectors that can be searched."""

    def search(self, query: Vectors, n: int, allowed: NDArray[np.bool_] | None) -> NDArray[np.int64]:
        """int64 array of at most n positions, nearest first.

        query : float32 array (dim,), L2 norm 1
        allowed : bool array (n_passages,), True where a passage may be found; the filter acts inside the search
        """
        ...
