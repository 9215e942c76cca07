"""Whether the knowledge base has an answer to a query at all: better to say that nothing fits than list weak hits."""

from dataclasses import dataclass, fields
from math import log

import numpy as np
from numpy.typing import NDArray

from kb.index.domain import Domain
from kb.search.query import Query
from kb.search.ranking import Ranking
from kb.search.signals import SIGNALS

NAMING_FIELDS = ("title", "phrasing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What speaks for an answer.

    relevance : of the best hit, in log-odds
    name : the share of the query in its title or in one of its phrasings, in [0, 1]
    areas : the sum of all problem areas' ratings
    shortness : 1 by the query's number of words: a name alone looks like no problem
    domain : log-odds; inside, outside : the largest cosines with a query that has an answer, and with one that has
        none; around_inside, around_outside : the mean of the ten largest; None where a snapshot has no domain
    """

    relevance: float
    name: float
    areas: float
    shortness: float
    domain: float | None
    inside: float | None
    outside: float | None
    around_inside: float | None
    around_outside: float | None

    @property
    def features(self) -> dict[str, float]:
        """By name, what is known of it."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in values.items() if value is not None}


def find_promise(query: Query, area_ratings: NDArray[np.float64], ranking: Ranking, domain: Domain | None) -> Promise:
    """What there is to say for an answer in the ranking of guidance, which has at least one document."""
    first = int(ranking.relevance.argmax())
    best = float(np.clip(ranking.relevance[first], 1e-9, 1 - 1e-9))
    inside = domain.find_near_inside(query.vector) if domain else None
    outside = domain.find_near_outside(query.vector) if domain else None
    return Promise(
        relevance=log(best / (1 - best)),
        name=max(float(ranking.signals[first, SIGNALS.index(f"lexical_{field}")]) for field in NAMING_FIELDS),
        areas=float(area_ratings.sum()),
        shortness=1 / len(query.words),
        domain=domain.rate(query.vector) if domain else None,
        inside=inside.nearest if inside else None,
        outside=outside.nearest if outside else None,
        around_inside=inside.around if inside else None,
        around_outside=outside.around if outside else None,
    )
