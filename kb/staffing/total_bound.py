"""What the total of an allocation cannot pass, known in a moment however many pairs there are.

Each problem has a price, and each expert takes of its hours what is worth most beyond the prices, in parts if need be:
the prices and what the experts take are together no less than any allocation. The prices are moved towards those
problems that more than one would take.

Source: Fisher, Management Science 27, 1981, pp. 1-18 (Lagrangian relaxation, subgradient steps).
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np

from kb.staffing.assignment import Choices, minutes_given, minutes_needed
from kb.staffing.demand import FloatArray, IntArray

N_STEPS = 300
"""A third of a second at 300 cases and 150 experts; the bound falls little after that."""
PATIENCE = 10
"""Steps without a lower bound after which they are halved."""
_NOISE = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class _Pairs:
    """Arrays (n_pairs,). minutes : what the pair takes; hours (n_experts,) in minutes, inf where nothing is limited"""

    experts: IntArray
    problems: IntArray
    worth: FloatArray
    minutes: FloatArray
    given: FloatArray
    n_problems: int


def bound_total(choices: Choices, weights: IntArray, reached: int) -> int:
    """What the sum of weights over the pairs that are made cannot pass.

    weights : int64 array (n_pairs,), at least 0; reached : the sum of some allocation, towards which steps are taken
    """
    pairs = _read_pairs(choices, weights)
    return max(reached, math.floor(min(islice(_step(pairs, reached), N_STEPS), default=0.0) + _NOISE))


def _read_pairs(choices: Choices, weights: IntArray) -> _Pairs:
    demand = choices.demand
    experts, problems = np.array(choices.pairs, np.int64).reshape(-1, 2).T
    given = np.full(demand.n_experts, np.inf)
    for limit in demand.hour_limits:
        if len(set(limit.cases)) == demand.n_cases:
            given = np.minimum(given, minutes_given(limit.hours))
    minutes = minutes_needed(demand.hours)[problems].astype(np.float64)
    return _Pairs(experts, problems, weights.astype(np.float64), minutes, given, demand.n_problems)


def _step(pairs: _Pairs, reached: int) -> Iterator[float]:
    """Bounds, until one proves what was reached."""
    prices, share, lowest, n_idle = np.zeros(pairs.n_problems), 2.0, np.inf, 0
    while True:
        left = pairs.worth - prices[pairs.problems]
        taken = _take(pairs, left)
        bound = float(prices.sum() + taken @ left)
        yield bound
        if bound < reached + 1:
            return
        n_idle = 0 if bound < lowest else n_idle + 1
        lowest = min(lowest, bound)
        if n_idle >= PATIENCE:
            share, n_idle = share / 2, 0
        over = np.bincount(pairs.problems, taken, pairs.n_problems) - 1
        over[(over < 0) & (prices == 0)] = 0  # a price that is nothing cannot fall
        if not over.any():
            return
        prices = np.maximum(prices + share * (bound - reached) / float(over @ over) * over, 0)


def _take(pairs: _Pairs, left: FloatArray) -> FloatArray:
    """(n_pairs,), how much of each its expert takes, in [0, 1]: what is worth most an hour first."""
    order = np.lexsort((-left / np.maximum(pairs.minutes, _NOISE), pairs.experts))
    order = order[left[order] > 0]
    minutes, experts = pairs.minutes[order], pairs.experts[order]
    ends = np.cumsum(minutes)
    before = np.concatenate([[0.0], ends])[np.searchsorted(experts, experts)]
    room = pairs.given[experts] - (ends - minutes - before)
    taken = np.zeros(len(left))
    parts = np.clip(room / np.maximum(minutes, _NOISE), 0, 1)
    taken[order] = np.where(minutes > 0, parts, 1)  # what takes no time is taken
    return taken
