"""Whether the knowledge base has an answer to a query at all: better to say that nothing fits than list weak hits."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp

from kb.search.fusion import COEFFICIENTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What speaks for an answer.

    relevance : of the best hit, in log-odds
    name : the share of the query in its title or in one of its phrasings, in [0, 1]
    areas : the sum of all problem areas' ratings
    shortness : 1 by the query's number of words: a name alone looks like no problem
    domain : log-odds; outside : the largest cosine with a topic that has no answer; None where a snapshot has no domain
    """

    relevance: float
    name: float
    areas: float
    shortness: float
    domain: float | None
    outside: float | None


@dataclass(frozen=True, slots=True)
class Answerability:
    """weights by the names of Promise; defaults stand in where a snapshot has no domain."""

    weights: Mapping[str, float]
    intercept: float
    threshold: float
    defaults: Mapping[str, float]

    def probability(self, promise: Promise) -> float:
        """In [0, 1]."""
        values = {name: getattr(promise, name) for name in self.weights}
        if promise.domain is None:
            values |= self.defaults
        return 1 / (1 + exp(-self.intercept - sum(w * values[name] for name, w in self.weights.items())))

    def is_answerable(self, promise: Promise) -> bool:
        return self.probability(promise) >= self.threshold


@cache
def load_answerability() -> Answerability:
    """The model of `coefficients/answerability.json`, which has the record of its training."""
    record = json.loads((COEFFICIENTS / "answerability.json").read_text(encoding="utf-8"))
    return Answerability(record["weights"], record["intercept"], record["threshold"], record["defaults"])
