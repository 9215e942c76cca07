"""What the order is made of. The weights that stand until somebody moves them follow the mandate Ju2022/01000: areas
that the police assess as särskilt utsatta, and riskområden, first; then where the support has the greatest effect."""

from collections.abc import Mapping
from typing import Literal, get_args

from kb.errors import WeightsRejected

Criterion = Literal["area_class", "areas", "change", "asked", "had", "methods", "experts"]
"""area_class : the gravest of its areas; areas : how many; change : between the last two lists

asked : cases that go on; had : how little advice it has had; methods : how sure the effect is of methods for what it
asks about; experts : hours that experts of it have free
"""
CRITERIA: tuple[Criterion, ...] = get_args(Criterion)
PUBLIC: tuple[Criterion, ...] = ("area_class", "areas", "change")
"""Of the police's lists alone: nothing of what a municipality has asked."""
DEFAULT_WEIGHTS: Mapping[Criterion, float] = {
    "area_class": 50,
    "areas": 8,
    "change": 4,
    "asked": 12,
    "had": 4,
    "methods": 12,
    "experts": 10,
}
"""So that nobody without a listed area comes before one with an area that is särskilt utsatt, whatever it has asked."""
MOST_WEIGHT = 100
Weights = Mapping[Criterion, float]


def check_weights(weights: Weights) -> Weights:
    """The weights as shares of their sum.

    Raises
    ------
    WeightsRejected : one is below 0 or above MOST_WEIGHT, or all are 0
    """
    for criterion, weight in weights.items():
        if not 0 <= weight <= MOST_WEIGHT:
            raise WeightsRejected(f"{criterion}: {weight:g} is no weight; give 0 to {MOST_WEIGHT}")
    total = sum(weights.values())
    if not total:
        raise WeightsRejected("all weights are 0, which puts nobody first; raise at least one of them")
    return {criterion: weight / total for criterion, weight in weights.items()}
