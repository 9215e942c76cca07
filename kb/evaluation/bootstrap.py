"""How sure a mean is, and a difference of two means on the same queries, by resampling the queries.

Source: Sakai, SIGIR 2006, pp. 525-532.
"""

from collections.abc import Sequence

import numpy as np

N_RESAMPLES = 2000
CONFIDENCE = 0.95

Interval = tuple[float, float]


def bootstrap_interval(values: Sequence[float], seed: int = 0) -> Interval:
    """The 95 % percentile interval of the mean; (nan, nan) of no values."""
    if not values:
        return float("nan"), float("nan")
    sample = np.asarray(values, np.float64)
    drawn = np.random.default_rng(seed).integers(0, len(sample), (N_RESAMPLES, len(sample)))
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(sample[drawn].mean(axis=1), [tail, 1 - tail])
    return float(low), float(high)


def compare_paired(ours: Sequence[float], theirs: Sequence[float], seed: int = 0) -> tuple[float, Interval]:
    """The mean difference, ours minus theirs, and its 95 % interval; the values belong to the same queries in order.

    Raises
    ------
    ValueError : not the same number of values
    """
    if len(ours) != len(theirs):
        raise ValueError(f"{len(ours)} values cannot be paired with {len(theirs)}")
    differences = [a - b for a, b in zip(ours, theirs, strict=True)]
    return float(np.mean(differences)), bootstrap_interval(differences, seed)
