"""A ridge logistic regression: small enough to be fitted whenever an index is built. The one use of scipy's minimize.

Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2009, section 4.4.
"""

import numpy as np
from numpy.typing import NDArray

from kb.models.logistic_model import sigmoid

Matrix = NDArray[np.float64]


def fit_logistic(signals: Matrix, labels: Matrix, ridge: float, weights: Matrix | None = None) -> Matrix:
    """float64 array (n_signals + 1,), the intercept last, of labels in [0, 1].

    signals : float64 array (n, n_signals); a signal that never varies gets the coefficient 0
    ridge : penalty on the coefficients of signals scaled to unit variance, at least 0; the intercept has none
    weights : float64 array (n,), how much a row counts; all alike when left out
    """
    from scipy.optimize import minimize  # here: opening a snapshot fits nothing, and the import takes a second

    spread = signals.std(axis=0)
    scale = np.where(spread > 0, spread, 1.0)
    rows = np.hstack([signals / scale, np.ones((len(signals), 1))])
    penalty = np.append(np.full(signals.shape[1], ridge), 0.0)
    share = np.full(len(labels), 1 / len(labels)) if weights is None else weights / weights.sum()

    def loss(w: Matrix) -> tuple[float, Matrix]:
        z = rows @ w
        value = share @ (np.logaddexp(0, z) - labels * z) + (penalty * w**2).sum() / 2
        return float(value), rows.T @ (share * (sigmoid(z) - labels)) + penalty * w

    found = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B").x
    return np.append(np.where(spread > 0, found[:-1] / scale, 0.0), found[-1])
