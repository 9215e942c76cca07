"""A softmax regression with graded targets, small enough to be fitted whenever an index is built.

Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2009, section 4.4.
"""

import numpy as np
from numpy.typing import NDArray

N_STEPS = 100
Matrix = NDArray[np.float32]


def fit_softmax(rows: Matrix, targets: Matrix, *, shares: Matrix, handicaps: Matrix, ridge: float) -> Matrix:
    """float32 array (n_features, n_classes): weights whose softmax is drawn to the targets.

    rows : float32 array (n, n_features)
    targets : float32 array (n, n_classes), each row at least 0 with the sum 1
    shares : float32 array (n,), how much each row counts, with the sum 1
    handicaps : float32 array (n, n_classes), log-odds that a class has beforehand, which the weights must overcome
    ridge : penalty on the weights, at least 0
    """
    from scipy.optimize import minimize  # here: opening a snapshot fits nothing, and the import takes a second

    shape = rows.shape[1], targets.shape[1]
    counts = np.asarray(shares, np.float32)[:, None]

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights = flat.reshape(shape).astype(np.float32)
        rated = rows @ weights
        odds = rated + handicaps
        most = odds.max(axis=1, keepdims=True)
        raised = np.exp(odds - most)
        total = raised.sum(axis=1, keepdims=True)
        value = float(np.sum(counts * (most + np.log(total) - (targets * rated).sum(axis=1, keepdims=True))))
        slope = rows.T @ ((raised / total - targets) * counts) + ridge * weights
        return value + ridge * float(flat @ flat) / 2, slope.ravel().astype(np.float64)

    start = np.zeros(shape[0] * shape[1])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": N_STEPS}).x
    return np.asarray(found.reshape(shape), np.float32)
