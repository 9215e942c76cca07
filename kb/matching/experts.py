"""Experts for a problem: three kinds of support for the match combined as a noisy-or.

Source of the combination: Pearl, Probabilistic Reasoning in Intelligent Systems, 1988, section 4.3.2.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from kb.documents import Expert, Guidance, Period
from kb.matching.availability import Availability, find_availability
from kb.search.answer import Question
from kb.search.describe import Hit, describe
from kb.search.searcher import Searcher
from kb.vocabulary import MethodLevel

N_EXPERTS = 3
GOOD_SHARE = 0.75
"""Of the best match among those who work with the problem: who is far behind is not given it."""
LEVEL_WEIGHTS: Mapping[MethodLevel, float] = {"leder införande": 0.6, "har använt": 0.45}
"""Of a method that the expert has experience of; to know of one is none, and weighs nothing."""
AREA_WEIGHT = 0.5
MIN_MATCH = 0.3


@dataclass(frozen=True, slots=True)
class Support:
    """What speaks for an expert, each in [0, 1]; methods: the matched ones that it has experience of."""

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
    """availability : over the period of the request.

    field_place : of the problem's area among those that the expert works with, 0 for its main field; None for none
    """

    hit: Hit[Expert]
    support: Support
    availability: Availability
    field_place: int | None


@dataclass(frozen=True, slots=True)
class Experts:
    """everyone : that may be asked and matches by MIN_MATCH at least, in the order of `place_expert`."""

    everyone: tuple[ExpertMatch, ...]

    @property
    def suggested(self) -> tuple[ExpertMatch, ...]:
        """The best that are not known to be busy throughout the period: those of unknown time are to be asked for it.

        At most N_EXPERTS real ones, then as many made-up ones, which take no place from a real one.
        """
        return _take_first([match for match in self.everyone if not match.availability.is_busy])

    @property
    def busy(self) -> tuple[ExpertMatch, ...]:
        """The best that are known to be busy throughout the period, as many of each as are suggested."""
        return _take_first([match for match in self.everyone if match.availability.is_busy])

    @property
    def good(self) -> tuple[ExpertMatch, ...]:
        """Those who may be given the problem: they work with its area, and match nearly as well as the best of them.

        The best real one is the measure of the real ones: a made-up one makes none of them far behind.
        """
        working = [match for match in self.everyone if match.field_place is not None]
        return tuple(match for part in _part(working) for match in _keep_good(part))

    def find(self, slug: str) -> ExpertMatch:
        """The match of the expert with that slug; raises KeyError when it does not match."""
        for match in self.everyone:
            if match.hit.document.slug == slug:
                return match
        raise KeyError(slug)


def find_experts(
    question: Question,
    area: str,
    methods: Sequence[Hit[Guidance]],
    searcher: Searcher,
    *,
    allowed: NDArray[np.bool_],
    period: Period,
    today: date,
) -> Experts:
    """The experts for a problem whose methods are already found.

    question : the problem's text; area : slug of the one that it is most likely about
    allowed : bool array (n_experts,), in index order, True for who may be asked
    """
    ranking = searcher.experts.rank(question.query, question.area_ratings, allowed)
    areas = dict(zip(searcher.problem_areas.slugs, map(float, question.area_ratings), strict=True))
    matches = []
    for place, document in enumerate(ranking.documents):
        support = _support(searcher.experts.documents[document], float(ranking.relevance[place]), methods, areas)
        if support.match >= MIN_MATCH:
            hit = describe(searcher.experts, question.query, ranking, place)
            availability = find_availability(hit.document, period, today)
            matches.append(ExpertMatch(hit, support, availability, _find_place(hit.document, area)))
    return Experts(tuple(sorted(matches, key=place_expert)))


def place_expert(match: ExpertMatch) -> tuple[bool, int, bool, float, str]:
    """What experts are ordered by: the real ones first, then by match in the whole per cent that are shown.

    Of the same per cent those known to be free come before those of unknown time; then by match, ties by slug.
    """
    expert, fit = match.hit.document, match.support.match
    return expert.demo, -round(100 * fit), not match.availability.is_free, -fit, expert.slug


def _take_first(matches: Sequence[ExpertMatch]) -> tuple[ExpertMatch, ...]:
    return tuple(match for part in _part(matches) for match in part[:N_EXPERTS])


def _part(matches: Sequence[ExpertMatch]) -> tuple[list[ExpertMatch], list[ExpertMatch]]:
    """The real ones, and the made-up ones."""
    return [m for m in matches if not m.hit.document.demo], [m for m in matches if m.hit.document.demo]


def _keep_good(matches: Sequence[ExpertMatch]) -> list[ExpertMatch]:
    best = max((match.support.match for match in matches), default=0.0)
    return [match for match in matches if match.support.match >= GOOD_SHARE * best]


def _find_place(expert: Expert, area: str) -> int | None:
    return expert.problem_areas.index(area) if area in expert.problem_areas else None


def _support(
    expert: Expert, by_text: float, methods: Sequence[Hit[Guidance]], area_ratings: Mapping[str, float]
) -> Support:
    levels = {
        method.slug: LEVEL_WEIGHTS[method.level]
        for method in expert.methods
        if method.level in LEVEL_WEIGHTS and method.slug not in expert.conflict_methods
    }
    known = {m.document.slug: m.relevance * levels[m.document.slug] for m in methods if m.document.slug in levels}
    by_method = max(known.values(), default=0.0)
    by_area = AREA_WEIGHT * max((area_ratings.get(slug, 0.0) for slug in expert.problem_areas), default=0.0)
    return Support(by_text, by_method, by_area, tuple(known))
