"""A logistic model: named weights that turn what is known of something into a probability."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class LogisticModel:
    """weights : by the name of what is weighed, in log-odds per unit of it, in the order of the columns of a matrix
    intercept : in log-odds
    threshold : the probability, in [0, 1], from which the model says yes
    defaults : by name, what stands in for a value that is not known
    training : how the model was fitted, as its file tells
    """

    weights: Mapping[str, float]
    intercept: float = 0.0
    threshold: float = 0.5
    defaults: Mapping[str, float] = field(default_factory=dict)
    training: Mapping[str, Any] = field(default_factory=dict)

    def probability(self, features: Mapping[str, float]) -> float:
        """In [0, 1], of all features by name; one that has no default must be there."""
        known = {**self.defaults, **features}
        log_odds = self.intercept + sum(weight * known[name] for name, weight in self.weights.items())
        return float(sigmoid(np.float64(log_odds)))

    def probabilities(self, rows: NDArray[np.float32] | NDArray[np.float64]) -> NDArray[np.float64]:
        """float64 array of the shape of rows without its last axis, (..., len(weights)); each in [0, 1]."""
        weights = np.fromiter(self.weights.values(), np.float64, len(self.weights))
        return sigmoid(np.asarray(rows @ weights + self.intercept, np.float64))

    def parts(self, row: NDArray[np.float32]) -> Mapping[str, float]:
        """What each feature of a row, (len(weights),), adds to the log-odds, the intercept apart; none of weight 0."""
        return {n: float(w * value) for (n, w), value in zip(self.weights.items(), row, strict=True) if w}

    def says_yes(self, features: Mapping[str, float]) -> bool:
        return self.probability(features) >= self.threshold

    def align(self, names: Sequence[str]) -> "LogisticModel":
        """The same model of these features in their order; what it does not weigh has the weight 0.

        Raises
        ------
        ValueError : it weighs something else
        """
        if unknown := set(self.weights) - set(names):
            raise ValueError(f"{', '.join(sorted(unknown))}: no such feature; there are {', '.join(names)}")
        return replace(self, weights={name: self.weights.get(name, 0.0) for name in names})


def sigmoid(log_odds: NDArray[np.float64] | np.float64) -> NDArray[np.float64]:
    """The probability of log-odds, in [0, 1]."""
    return np.asarray(1 / (1 + np.exp(-log_odds)), np.float64)
