"""Experts for a problem: three kinds of support for the match combined as a noisy-or.

Source of the combination: Pearl, Probabilistic Reasoning in Intelligent Systems, 1988, section 4.3.2.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.documents import Expert, Guidance, Period
from kb.matching.availability import Availability, find_availability
from kb.search.answer import Question
from kb.search.describe import Hit, describe
from kb.search.searcher import Searcher
from kb.vocabulary import MethodLevel

N_EXPERTS = 3
LEVEL_WEIGHTS: Mapping[MethodLevel, float] = {"leder införande": 0.6, "har använt": 0.45, "känner till": 0.2}
AREA_WEIGHT = 0.5
MIN_MATCH = 0.3


@dataclass(frozen=True, slots=True)
class Support:
    """What speaks for an expert, each in [0, 1]; methods: the matched methods that it knows."""

    by_text: float
    by_method: float
    by_area: float
    methods: tuple[str, ...]

    @property
    def match(self) -> float:
        """The noisy-or of the three, in [0, 1]."""
        return 1 - (1 - self.by_text) * (1 - self.by_method) * (1 - self.by_area)


@dataclass(frozen=True, slots=True)
class ExpertMatch:
    """availability : over the period of the request."""

    hit: Hit[Expert]
    support: Support
    availability: Availability


@dataclass(frozen=True, slots=True)
class Experts:
    """everyone : that may be asked and matches by MIN_MATCH at least, best first, ties by slug."""

    everyone: tuple[ExpertMatch, ...]

    @property
    def free(self) -> tuple[ExpertMatch, ...]:
        """The best that are free at some time in the period, at most N_EXPERTS."""
        return tuple([match for match in self.everyone if match.availability.is_free][:N_EXPERTS])

    @property
    def busy(self) -> tuple[ExpertMatch, ...]:
        """The best that are busy throughout the period, at most N_EXPERTS."""
        return tuple([match for match in self.everyone if not match.availability.is_free][:N_EXPERTS])

    def find(self, slug: str) -> ExpertMatch:
        """The match of the expert with that slug; raises KeyError when it does not match."""
        for match in self.everyone:
            if match.hit.document.slug == slug:
                return match
        raise KeyError(slug)


def find_experts(
    question: Question,
    methods: Sequence[Hit[Guidance]],
    searcher: Searcher,
    *,
    allowed: NDArray[np.bool_],
    period: Period,
) -> Experts:
    """The experts for a problem whose methods are already found.

    question : the problem's text; allowed : bool array (n_experts,), in index order, True for who may be asked
    """
    ranking = searcher.experts.rank(question.query, question.area_ratings, allowed)
    areas = dict(zip(searcher.problem_areas.slugs, map(float, question.area_ratings), strict=True))
    matches = []
    for place, document in enumerate(ranking.documents):
        support = _support(searcher.experts.documents[document], float(ranking.relevance[place]), methods, areas)
        if support.match >= MIN_MATCH:
            hit = describe(searcher.experts, question.query, ranking, place)
            matches.append(ExpertMatch(hit, support, find_availability(hit.document, period)))
    return Experts(tuple(sorted(matches, key=lambda match: (-match.support.match, match.hit.document.slug))))


def _support(
    expert: Expert, by_text: float, methods: Sequence[Hit[Guidance]], area_ratings: Mapping[str, float]
) -> Support:
    levels = {m.slug: LEVEL_WEIGHTS[m.level] for m in expert.methods if m.slug not in expert.conflict_methods}
    known = {m.document.slug: m.relevance * levels[m.document.slug] for m in methods if m.document.slug in levels}
    by_method = max(known.values(), default=0.0)
    by_area = AREA_WEIGHT * max((area_ratings.get(slug, 0.0) for slug in expert.problem_areas), default=0.0)
    return Support(by_text, by_method, by_area, tuple(known))
