"""Whether a text is about what the knowledge base is for, or about other business of a municipality.

Fitted anew for every snapshot, in the space of its own embedding model: how people ask for the documents against the
content's list of topics that have no answer here. So it follows the content, and any model that is configured.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kb.embedding.embedder import Vectors
from kb.retrieval.logistic import fit_logistic

RIDGE = 0.03
"""Chosen on the training queries: area under the ROC curve 0.95 at 0.01, 0.96 at 0.03 and 0.1."""


@dataclass(frozen=True, slots=True)
class Domain:
    """weights : float64 array (dim + 1,), the intercept last."""

    weights: NDArray[np.float64]

    def rate(self, vector: Vectors) -> float:
        """The log-odds that a text with this vector, float32 (dim,), is about what is here."""
        return float(vector @ self.weights[:-1] + self.weights[-1])


def fit_domain(inside: Vectors, outside: Vectors) -> Domain | None:
    """The domain of texts inside and outside it, each float32 (n, dim); None when either is empty."""
    if not len(inside) or not len(outside):
        return None
    labels = np.concatenate([np.ones(len(inside)), np.zeros(len(outside))])
    shares = np.concatenate([np.full(len(inside), 1 / len(inside)), np.full(len(outside), 1 / len(outside))])
    vectors = np.concatenate([inside, outside]).astype(np.float64)
    return Domain(fit_logistic(vectors, labels, RIDGE, shares))


def save_domain(domain: Domain, path: Path) -> None:
    """Write the domain's weights to path."""
    np.save(path, domain.weights)


def load_domain(path: Path) -> Domain | None:
    """The domain in path, None when there is no such file."""
    return Domain(np.load(path)) if path.is_file() else None
