"""Experts for a problem: constraints first, then three kinds of support for the match combined as a noisy-or.

Source of the combination: Pearl, Probabilistic Reasoning in Intelligent Systems, 1988, section 4.3.2.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np

from kb.documents import Expert, Guidance
from kb.matching.availability import Availability, find_availability
from kb.matching.help_request import HelpRequest
from kb.problems.problem import Problem
from kb.search.describe import Hit, describe
from kb.search.searcher import Searcher
from kb.vocabulary import MethodLevel

N_EXPERTS = 3
LEVEL_WEIGHTS: Mapping[MethodLevel, float] = {"leder införande": 0.6, "har använt": 0.45, "känner till": 0.2}
AREA_WEIGHT = 0.5
MIN_MATCH = 0.3
Constraint = Literal["publication", "reach", "conflict", "form", "language"]
"""Why someone may not be asked: not published, in another county, its own case, cannot meet so, speaks another one."""


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
    hit: Hit[Expert]
    support: Support
    availability: Availability


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Why an expert may not be asked; shown to advisors alone."""

    slug: str
    constraint: Constraint


@dataclass(frozen=True, slots=True)
class Experts:
    """free and busy (throughout the period), best match first; excluded: those that may not be asked, by slug."""

    free: tuple[ExpertMatch, ...]
    busy: tuple[ExpertMatch, ...]
    excluded: tuple[Exclusion, ...]


def find_experts(
    problem: Problem, methods: Sequence[Hit[Guidance]], request: HelpRequest, today: date, searcher: Searcher
) -> Experts:
    """The experts for a problem whose methods are already found."""
    excluded = find_excluded(request, today, searcher)
    good = match_experts(problem, methods, request, today, searcher)
    return Experts(
        tuple([match for match in good if match.availability.is_free][:N_EXPERTS]),
        tuple([match for match in good if not match.availability.is_free][:N_EXPERTS]),
        tuple(Exclusion(slug, why) for slug, why in excluded.items()),
    )


def match_experts(
    problem: Problem, methods: Sequence[Hit[Guidance]], request: HelpRequest, today: date, searcher: Searcher
) -> list[ExpertMatch]:
    """Everyone that may be asked and matches by MIN_MATCH at least, free or busy, best first, ties by slug."""
    excluded = find_excluded(request, today, searcher)
    query = searcher.analyse(problem.text)
    ratings = searcher.rate_areas(query)
    allowed = np.array([slug not in excluded for slug in searcher.experts.slugs], np.bool_)
    ranking = searcher.experts.rank(query, ratings, allowed)
    areas = dict(zip(searcher.problem_areas.slugs, map(float, ratings), strict=True))
    matches = []
    for place, document in enumerate(ranking.documents):
        support = _support(searcher.experts.documents[document], float(ranking.relevance[place]), methods, areas)
        if support.match >= MIN_MATCH:
            hit = describe(searcher.experts, query, ranking, place)
            matches.append(ExpertMatch(hit, support, find_availability(hit.document, request.period)))
    return sorted(matches, key=lambda match: (-match.support.match, match.hit.document.slug))


def find_excluded(request: HelpRequest, today: date, searcher: Searcher) -> dict[str, Constraint]:
    """slug -> the first constraint that is broken, for those that may not be asked, by slug."""
    everyone = searcher.snapshot.experts
    return {slug: why for slug, expert in sorted(everyone.items()) if (why := _exclude(expert, request, today))}


def _exclude(expert: Expert, request: HelpRequest, today: date) -> Constraint | None:
    if not expert.is_published(today):
        return "publication"
    town = request.municipality
    if town and expert.counties and town.county_code not in expert.counties:
        return "reach"
    if town and town.code in expert.conflict_municipalities:
        return "conflict"
    if request.form and request.form not in expert.formats:
        return "form"
    if request.language and request.language not in expert.languages:
        return "language"
    return None


def _support(
    expert: Expert, by_text: float, methods: Sequence[Hit[Guidance]], area_ratings: Mapping[str, float]
) -> Support:
    levels = {m.slug: LEVEL_WEIGHTS[m.level] for m in expert.methods if m.slug not in expert.conflict_methods}
    known = {m.document.slug: m.relevance * levels[m.document.slug] for m in methods if m.document.slug in levels}
    by_method = max(known.values(), default=0.0)
    by_area = AREA_WEIGHT * max((area_ratings.get(slug, 0.0) for slug in expert.problem_areas), default=0.0)
    return Support(by_text, by_method, by_area, tuple(known))
