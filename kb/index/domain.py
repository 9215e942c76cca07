"""Whether a text is about what the knowledge base is for, or about other business of a municipality.

Fitted anew for every snapshot, in the space of its own embedding model: how people ask for the documents against the
content's list of topics that have no answer here. So it follows the content, and any model that is configured.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kb.embedding.embedder import Vectors
from kb.index.engines import build_vector_index, load_vector_index
from kb.index.vector_index import VectorIndex
from kb.models.fit_logistic import fit_logistic

WEIGHTS, OUTSIDE = "domain.npy", "outside.faiss"
RIDGE = 0.03
"""Chosen on the training queries: area under the ROC curve 0.95 at 0.01, 0.96 at 0.03 and 0.1."""


@dataclass(frozen=True, slots=True)
class Domain:
    """weights : float64 array (dim + 1,), the intercept last
    outside : the topics that have no answer here, of which there is at least one
    """

    weights: NDArray[np.float64]
    outside: VectorIndex

    def rate(self, vector: Vectors) -> float:
        """The log-odds that a text with this vector, float32 (dim,), is about what is here."""
        return float(vector @ self.weights[:-1] + self.weights[-1])

    def find_nearest_outside(self, vector: Vectors) -> float:
        """The largest cosine, in [-1, 1], of the vector, float32 (dim,), and a topic outside.

        One line between inside and outside cannot follow all that a municipality does; the nearest topic can: of the
        questions to other offices in the quality set a third was answered without it, and a tenth is with it.
        """
        return float(self.outside.score(vector).max())


def fit_domain(inside: Vectors, outside: Vectors) -> Domain | None:
    """The domain of texts inside and outside it, each float32 (n, dim); None when either is empty."""
    if not len(inside) or not len(outside):
        return None
    labels = np.concatenate([np.ones(len(inside)), np.zeros(len(outside))])
    shares = np.concatenate([np.full(len(inside), 1 / len(inside)), np.full(len(outside), 1 / len(outside))])
    vectors = np.concatenate([inside, outside]).astype(np.float64)
    return Domain(fit_logistic(vectors, labels, RIDGE, shares), build_vector_index(outside))


def save_domain(domain: Domain, folder: Path) -> None:
    """Write the domain into folder, which exists."""
    np.save(folder / WEIGHTS, domain.weights)
    domain.outside.save(folder / OUTSIDE)


def load_domain(folder: Path) -> Domain | None:
    """The domain in folder, None when there is none."""
    if not (folder / WEIGHTS).is_file():
        return None
    return Domain(np.load(folder / WEIGHTS), load_vector_index(folder / OUTSIDE))
