"""Rankings merged by their ranks alone: the baseline that a fitted fusion has to beat."""

import numpy as np
from numpy.typing import NDArray


def fuse_reciprocal_ranks(rankings: list[NDArray[np.int64]], n_documents: int, k: int = 60) -> NDArray[np.float64]:
    """float64 array (n_documents,): the sum of 1 / (k + rank) over the rankings, ranks from 1, best first.

    Raises
    ------
    ValueError : k < 1

    Source: Cormack, Clarke and Buettcher, SIGIR 2009, pp. 758-759.

    >>> fuse_reciprocal_ranks([np.array([1, 0]), np.array([1])], 3).round(4).tolist()
    [0.0161, 0.0328, 0.0]
    """
    if k < 1:
        raise ValueError(f"k {k} must be at least 1")
    scores = np.zeros(n_documents)
    for ranking in rankings:
        np.add.at(scores, ranking, 1 / (k + 1 + np.arange(len(ranking))))
    return scores
