"""Whether the knowledge base has an answer to a query at all: better to say that nothing fits than list weak hits."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp

from kb.retrieval.fusion import COEFFICIENTS

FEATURES = ("relevance", "area", "domain")
"""relevance: log-odds of the best hit's; area: the rating of the likeliest problem area; domain: as Domain.rate."""


@dataclass(frozen=True, slots=True)
class Answerability:
    """weights in the order of FEATURES; domain_default stands in where a snapshot has no domain."""

    weights: Sequence[float]
    intercept: float
    threshold: float
    domain_default: float

    def probability(self, relevance: float, area: float, domain: float | None) -> float:
        """In [0, 1]; the arguments are as FEATURES tells."""
        values = (relevance, area, self.domain_default if domain is None else domain)
        log_odds = self.intercept + sum(w * value for w, value in zip(self.weights, values, strict=True))
        return 1 / (1 + exp(-log_odds))

    def is_answerable(self, relevance: float, area: float, domain: float | None) -> bool:
        return self.probability(relevance, area, domain) >= self.threshold


@cache
def load_answerability() -> Answerability:
    """The model with the record of its training, of `coefficients/answerability.json`."""
    record = json.loads((COEFFICIENTS / "answerability.json").read_text(encoding="utf-8"))
    weights = tuple(record["weights"][name] for name in FEATURES)
    return Answerability(weights, record["intercept"], record["threshold"], record["domain_default"])
