"""Fit the models that turn signals into relevance: python -m training.fit_fusion JUDGED.jsonl... --content content.

Guidance is fitted on judged descriptions (a grade of 2 or 3 is relevant, 1 half so), problem areas on how people ask for
areas and for the methods that are for them, experts on the areas' phrasings against the areas they declare. A phrasing
is never scored by an index that holds it: five builds each leave out a fifth of the phrasings.
"""

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from indexer.build import build_indexes, plan_snapshot
from indexer.read_content import read_content
from kb.documents import Library, Phrasings
from kb.embedding.embedder import Embedder
from kb.embedding.load import load_embedder
from kb.evaluation.judged import OUTSIDE, JudgedQuery, read_judged
from kb.retrieval.fusion import COEFFICIENTS, load_fusion
from kb.retrieval.search import Searcher, open_searcher
from kb.retrieval.signals import SIGNALS
from kb.snapshot import Manifest, Snapshot

N_FOLDS = 5
RIDGE = 0.02
GRADE_LABELS = {0: 0.0, 1: 0.4, 2: 0.8, 3: 1.0}


@dataclass(frozen=True, slots=True)
class Example:
    """A query and how relevant each document of a collection is to it, in [0, 1]; absent: 0."""

    text: str
    labels: dict[str, float]
    fold: int


def fit_logistic(signals: NDArray[np.float64], labels: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """The ridge logistic coefficients, intercept last, of labels in [0, 1] with a weight a row."""
    scale = signals.std(axis=0) + 1e-9
    rows = np.hstack([signals / scale, np.ones((len(signals), 1))])

    def loss(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        z = rows @ w
        value = (weights * (np.logaddexp(0, z) - labels * z)).sum() / weights.sum() + RIDGE * (w[:-1] ** 2).sum() / 2
        p = 1 / (1 + np.exp(-z))
        gradient = rows.T @ (weights * (p - labels)) / weights.sum()
        gradient[:-1] += RIDGE * w[:-1]
        return value, gradient

    found = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B").x
    return np.append(found[:-1] / scale, found[-1])
