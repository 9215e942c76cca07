"""Whether relevance is a probability: of the documents told 0.3, three in ten should be relevant.

Source: Murphy and Winkler, Applied Statistics 26(1), 1977, pp. 41-47; Brier, Monthly Weather Review 78(1), 1950,
pp. 1-3.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

N_BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Of the n told relevances in [low, high), the last bin's high included: their mean, and the share relevant.

    told and relevant are None in an empty bin.
    """

    low: float
    high: float
    n: int
    told: float | None
    relevant: float | None


def bin_reliability(told: Sequence[float], relevant: Sequence[float], n_bins: int = N_BINS) -> list[Bin]:
    """The told relevances in n_bins bins of one width, each with the share that was relevant.

    relevant : beside told, in [0, 1]; 1 for a relevant document

    Raises
    ------
    ValueError : not the same number of both
    """
    given, true = _pair(told, relevant)
    which = np.minimum((given * n_bins).astype(np.int64), n_bins - 1)
    bins = []
    for i in range(n_bins):
        here = which == i
        n = int(here.sum())
        mean_told = float(given[here].mean()) if n else None
        share = float(true[here].mean()) if n else None
        bins.append(Bin(low=i / n_bins, high=(i + 1) / n_bins, n=n, told=mean_told, relevant=share))
    return bins


def brier_score(told: Sequence[float], relevant: Sequence[float]) -> float:
    """The mean squared difference, in [0, 1]; 0 is best; raises as bin_reliability.

    >>> brier_score([1.0, 0.5], [1.0, 0.0])
    0.125
    """
    given, true = _pair(told, relevant)
    return float(((given - true) ** 2).mean())


def _pair(told: Sequence[float], relevant: Sequence[float]) -> tuple[np.ndarray, np.ndarray]:
    if len(told) != len(relevant):
        raise ValueError(f"{len(told)} relevances cannot be paired with {len(relevant)} judgements")
    return np.asarray(told, np.float64), np.asarray(relevant, np.float64)
