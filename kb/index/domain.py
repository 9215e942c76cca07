"""Whether a text is about what the knowledge base is for, or about other business of a municipality.

Fitted anew for every snapshot, in the space of its own embedding model: how people ask for the documents against the
content's topics and examples that have no answer here. So it follows the content, and any model that is configured.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kb.embedding.embedder import Vectors
from kb.index.engines import build_vector_index, load_vector_index
from kb.index.vector_index import VectorIndex
from kb.models.fit_logistic import fit_logistic

WEIGHTS, INSIDE, OUTSIDE, TEXTS = "domain.npy", "inside.faiss", "outside.faiss", "queries.json"
N_AROUND = 10
RIDGE = 0.03
"""Chosen on the content's examples: area under the ROC curve 0.953 at 0.01, 0.954 at 0.03, 0.953 at 0.1."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """nearest : the largest cosine, in [-1, 1]; around : the mean of the N_AROUND largest, at most of all."""

    nearest: float
    around: float


@dataclass(frozen=True, slots=True)
class Domain:
    """weights : float64 array (dim + 1,), the intercept last
    inside, outside : queries that have an answer here, and such as have none; at least one of each
    texts : the queries of both, by which a later build knows their vectors; may be left out
    """

    weights: NDArray[np.float64]
    inside: VectorIndex
    outside: VectorIndex
    texts: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())

    def rate(self, vector: Vectors) -> float:
        """The log-odds that a text with this vector, float32 (dim,), is about what is here."""
        return float(vector @ self.weights[:-1] + self.weights[-1])

    def find_near_inside(self, vector: Vectors) -> Nearness:
        """How near the vector, float32 (dim,), is to queries that have an answer here.

        One line between inside and outside cannot follow all that a municipality does; the nearest queries can. Of the
        examples without an answer, each fold judged by the others, 49 % are refused at 1 % of false refusals by the
        line alone, 76 % with the nearest query on both sides, 82 % with the ten nearest as well: a single odd query
        decides less.
        """
        return _find_nearness(self.inside, vector)

    def find_near_outside(self, vector: Vectors) -> Nearness:
        """As find_near_inside, to queries that have none."""
        return _find_nearness(self.outside, vector)


def fit_domain(
    inside: Vectors, outside: Vectors, texts: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
) -> Domain | None:
    """The domain of queries inside and outside it, each float32 (n, dim); None when either is empty.

    texts : see Domain
    """
    if not len(inside) or not len(outside):
        return None
    labels = np.concatenate([np.ones(len(inside)), np.zeros(len(outside))])
    shares = np.concatenate([np.full(len(inside), 1 / len(inside)), np.full(len(outside), 1 / len(outside))])
    vectors = np.concatenate([inside, outside]).astype(np.float64)
    weights = fit_logistic(vectors, labels, RIDGE, shares)
    return Domain(weights, build_vector_index(inside), build_vector_index(outside), texts)


def save_domain(domain: Domain, folder: Path) -> None:
    """Write the domain into folder, which exists."""
    np.save(folder / WEIGHTS, domain.weights)
    domain.inside.save(folder / INSIDE)
    domain.outside.save(folder / OUTSIDE)
    (folder / TEXTS).write_text(json.dumps(domain.texts, ensure_ascii=False), encoding="utf-8")


def load_domain(folder: Path) -> Domain | None:
    """The domain in folder, None when there is none."""
    if not (folder / WEIGHTS).is_file():
        return None
    inside, outside = json.loads((folder / TEXTS).read_text(encoding="utf-8"))
    return Domain(
        np.load(folder / WEIGHTS),
        load_vector_index(folder / INSIDE),
        load_vector_index(folder / OUTSIDE),
        (tuple(inside), tuple(outside)),
    )


def _find_nearness(queries: VectorIndex, vector: Vectors) -> Nearness:
    cosines = queries.score(vector)
    n_around = min(N_AROUND, len(cosines))
    nearest = np.partition(cosines, -n_around)[-n_around:]  # not sorted: there are thousands, and every search asks
    return Nearness(float(nearest.max()), float(nearest.mean()))
