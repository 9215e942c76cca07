"""Weights by which the best documents come first: a list of candidates a query, its grades the aim.

The softmax of the scores is drawn to each document's share of what there is to gain (ListNet: Cao et al., ICML 2007,
with the gains of nDCG); then one scale and one intercept make the scores log-odds of relevance.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import log_softmax

from kb.models.fit_logistic import fit_logistic

Matrix = NDArray[np.float64]
RIDGE = 0.01


def fit_listwise(signals: Sequence[Matrix], gains: Sequence[Matrix], labels: Sequence[Matrix]) -> Matrix:
    """float64 array (n_signals + 1,), the intercept last.

    signals : of each query, (n_candidates, n_signals); gains, at least 0 and not all of them 0, and labels in [0, 1]
        stand beside the candidates
    """
    spread = np.concatenate(signals).std(axis=0)
    scale = np.where(spread > 0, spread, np.inf)
    scaled = [rows / scale for rows in signals]
    aims = [gain / gain.sum() for gain in gains]

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        value, slope = RIDGE * float(weights @ weights) / 2, RIDGE * weights
        for rows, aim in zip(scaled, aims, strict=True):
            likely = log_softmax(rows @ weights)
            value -= float(aim @ likely) / len(scaled)
            slope = slope + rows.T @ (np.exp(likely) - aim) / len(scaled)
        return value, slope

    weights = minimize(loss, np.zeros(len(spread)), jac=True, method="L-BFGS-B").x / scale
    scores = np.concatenate([rows @ weights for rows in signals])
    steepness, intercept = fit_logistic(scores[:, None], np.concatenate(labels), 0.0)
    return np.append(weights * steepness, intercept)
