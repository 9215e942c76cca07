"""Municipalities in an order: a weighted sum, and the places that they get when weights and data are a little other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.national.priority.criteria import Criterion, Weights, check_weights
from kb.national.priority.told import Told

Floats = NDArray[np.float64]
N_DRAWS = 1_000
FIRMNESS = 60.0
"""Of Dirichlet's distribution round the weights: one of 50 of 100 is then mostly drawn between 40 and 60."""
LOW, HIGH = 5, 95
"""Percentiles of the places drawn."""
DIGITS = 10
"""Scores that differ in no digit of these are alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A municipality's place. score, lowest, highest : in [0, 1], with the values as told, and at their ends

    place, last_place : from 1; they differ where several have the same score, who share those places
    low, high : the places that nine of ten draws lie within
    """

    code: str
    score: float
    lowest: float
    highest: float
    place: int
    last_place: int
    low: int
    high: int

    @property
    def is_within(self) -> bool:
        """Whether its place lies within low and high. It need not: the place takes the middle of what is not known."""
        return self.low <= self.last_place and self.place <= self.high


def rank_towns(
    values: Mapping[str, Mapping[Criterion, Told]], weights: Weights, seed: int = 0, n_draws: int = N_DRAWS
) -> tuple[Ranked, ...]:
    """The municipalities, the first first, those alike by code.

    values : code -> criterion -> value, for every criterion that has a weight
    seed : of the draws, so that the same question has the same answer

    Raises
    ------
    WeightsRejected : as `check_weights`
    """
    shares = {criterion: share for criterion, share in check_weights(weights).items() if share}
    if not values:
        return ()
    codes = sorted(values)
    low, point, high = (_gather(values, codes, list(shares), end) for end in ("low", "point", "high"))
    share = np.array(list(shares.values()))
    scores, lowest, highest = point @ share, low @ share, high @ share
    first, last = find_places(scores), find_last_places(scores)
    from_place, to_place = draw_places(low, high, share, seed, n_draws)
    ranked = [
        Ranked(
            code=code,
            score=float(scores[n]),
            lowest=float(lowest[n]),
            highest=float(highest[n]),
            place=int(first[n]),
            last_place=int(last[n]),
            low=int(from_place[n]),
            high=int(to_place[n]),
        )
        for n, code in enumerate(codes)
    ]
    return tuple(sorted(ranked, key=lambda one: (one.place, one.code)))


def find_places(scores: Floats) -> NDArray[np.int64]:
    """Along the last axis: from 1, the best first; those alike share the first of their places.

    >>> find_places(np.array([0.2, 0.9, 0.2])).tolist()
    [2, 1, 2]
    """
    rounded = np.round(scores, DIGITS)
    order = np.argsort(-rounded, axis=-1, kind="stable")
    in_order = np.take_along_axis(rounded, order, axis=-1)
    n = np.arange(scores.shape[-1])
    begins = np.concatenate([np.ones((*scores.shape[:-1], 1), bool), np.diff(in_order, axis=-1) != 0], axis=-1)
    first = np.maximum.accumulate(np.where(begins, n, 0), axis=-1)
    places = np.empty(scores.shape, dtype=np.int64)
    np.put_along_axis(places, order, first + 1, axis=-1)
    return places


def find_last_places(scores: Floats) -> NDArray[np.int64]:
    """The last of the places that those alike share, along the last axis."""
    last: NDArray[np.int64] = scores.shape[-1] + 1 - find_places(-scores)
    return last


def draw_places(low: Floats, high: Floats, share: Floats, seed: int, n_draws: int) -> tuple[Floats, Floats]:
    """The places at LOW and HIGH of all draws, rounded outwards; of those alike in a draw the first, and the last.

    low, high : of shape (n_towns, n_criteria); share : of shape (n_criteria,), of sum 1
    Each draw has other weights, the same for all, and a value of each municipality and criterion from its range.
    """
    random = np.random.default_rng(seed)
    weights = random.dirichlet(FIRMNESS * share, n_draws)
    scores = weights @ low.T
    towns, criteria = np.nonzero(high > low)
    for town, criterion in zip(towns, criteria, strict=True):
        width = high[town, criterion] - low[town, criterion]
        scores[:, town] += weights[:, criterion] * width * random.random(n_draws)
    return (
        np.percentile(find_places(scores), LOW, axis=0, method="lower"),
        np.percentile(find_last_places(scores), HIGH, axis=0, method="higher"),
    )


def _gather(
    values: Mapping[str, Mapping[Criterion, Told]], codes: Sequence[str], criteria: Sequence[Criterion], end: str
) -> Floats:
    return np.array([[getattr(values[code][criterion], end) for criterion in criteria] for code in codes])
