"""Coefficients as data, with the record of their training beside them."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kb.models.logistic_model import sigmoid
from kb.search.signals import SIGNALS


def choose_signals(signals: NDArray[np.float32], names: Sequence[str]) -> NDArray[np.float64]:
    """The columns of the named signals, float64 (n, len(names))."""
    return signals[:, [SIGNALS.index(name) for name in names]].astype(np.float64)


def relevance_of(signals: NDArray[np.float64], coefficients: NDArray[np.float64]) -> NDArray[np.float64]:
    """The fitted probability of each row of signals; the intercept is the last coefficient."""
    return sigmoid(signals @ coefficients[:-1] + coefficients[-1])


def describe_fit(
    names: Sequence[str],
    coefficients: NDArray[np.float64],
    signals: Sequence[NDArray[np.float64]],
    labels: Sequence[NDArray[np.float64]],
    threshold: float,
    command: str,
) -> dict[str, object]:
    """The coefficients with their training record; signals, of the names, and labels are given per query."""
    wanted = np.concatenate(labels)
    relevance = relevance_of(np.concatenate(signals), coefficients)
    return {
        "weights": {name: round(float(w), 4) for name, w in zip(names, coefficients[:-1], strict=True)},
        "intercept": round(float(coefficients[-1]), 4),
        "threshold": round(threshold, 4),
        "training": {
            "command": command,
            "n_queries": len(signals),
            "n_pairs": len(wanted),
            "brier": round(float(((relevance - wanted) ** 2).mean()), 4),
            "brier_of_mean": round(float(((wanted.mean() - wanted) ** 2).mean()), 4),
        },
    }


def write_record(record: Mapping[str, object], path: Path) -> None:
    """Write the coefficients and their training record."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    print(path.stem, json.dumps(record))
