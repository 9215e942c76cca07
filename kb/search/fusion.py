"""Signals to relevance: a calibrated probability in [0, 1] that the document answers the query.

A logistic model; its coefficients are data, with the record of their training beside them. Reciprocal rank fusion is
kept as the baseline that the model has to beat.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kb.models.logistic import sigmoid
from kb.search.signals import SIGNALS

COEFFICIENTS = Path(__file__).parents[1] / "models" / "coefficients"


@dataclass(frozen=True, slots=True)
class Fusion:
    """weights : float64 array (len(SIGNALS),); threshold : relevance below which nothing fits well enough."""

    weights: NDArray[np.float64]
    intercept: float
    threshold: float

    def relevance(self, signals: NDArray[np.float32]) -> NDArray[np.float64]:
        """float64 array (n,) in [0, 1] of signals, float32 array (n, len(SIGNALS))."""
        return sigmoid(signals @ self.weights + self.intercept)

    def parts(self, signals: NDArray[np.float32]) -> Mapping[str, float]:
        """What each weighed signal of one document adds to the log-odds of relevance, the intercept apart."""
        return {name: float(w * s) for name, w, s in zip(SIGNALS, self.weights, signals, strict=True) if w}


@cache
def load_fusion(collection: str) -> Fusion:
    """The model trained for a collection: guidance, problem-areas or experts."""
    record = json.loads((COEFFICIENTS / f"{collection}.json").read_text(encoding="utf-8"))
    weights = np.array([record["weights"].get(name, 0.0) for name in SIGNALS])
    return Fusion(weights, record["intercept"], record["threshold"])


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
