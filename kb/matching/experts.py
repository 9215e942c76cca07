"""Experts for a problem: constraints first, then three kinds of support for the match combined as a noisy-or.

Source of the combination: Pearl, Probabilistic Reasoning in Intelligent Systems, 1988, section 4.3.2.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kb.documents import Expert, Guidance, Period
from kb.matching.availability import Availability, find_availability
from kb.matching.problem import Problem
from kb.registers import Municipality
from kb.retrieval.search import Hit, Searcher
from kb.vocabulary import MethodLevel

N_EXPERTS = 3
LEVEL_WEIGHTS: Mapping[MethodLevel, float] = {"leder införande": 0.6, "har använt": 0.45, "känner till": 0.2}
AREA_WEIGHT = 0.5
MIN_MATCH = 0.3


@dataclass(frozen=True, slots=True)
class Request:
    """Who asks, and for when. municipality None: reach and conflicts are not known and not tested."""

    municipality: Municipality | None
    period: Period


@dataclass(frozen=True, slots=True)
class ExpertMatch:
    """match in [0, 1] of its supports, each in [0, 1]: by_text, by_method, by_area."""

    hit: Hit[Expert]
    match: float
    by_text: float
    by_method: float
    by_area: float
    methods: tuple[str, ...]
    availability: Availability


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Why an expert may not be asked; shown to advisors alone."""

    slug: str
    constraint: str


@dataclass(frozen=True, slots=True)
class Experts:
    """free and busy (throughout the period), best match first; excluded: by reach, conflict or publication."""

    free: tuple[ExpertMatch, ...]
    busy: tuple[ExpertMatch, ...]
    excluded: tuple[Exclusion, ...]


def find_experts(
    problem: Problem, methods: Sequence[Hit[Guidance]], request: Request, today: date, searcher: Searcher
) -> Experts:
    """The experts for a problem whose methods are already found."""
    excluded = {slug: why for slug, e in searcher.snapshot.experts.items() if (why := _exclude(e, request, today))}
    matches = [m for m in _rate_all(problem, methods, request, searcher) if m.hit.document.slug not in excluded]
    good = sorted((m for m in matches if m.match >= MIN_MATCH), key=lambda m: (-m.match, m.hit.document.slug))
    return Experts(
        tuple([m for m in good if m.availability.is_free][:N_EXPERTS]),
        tuple([m for m in good if not m.availability.is_free][:N_EXPERTS]),
        tuple(Exclusion(slug, why) for slug, why in excluded.items()),
    )


def _exclude(expert: Expert, request: Request, today: date) -> str | None:
    if not expert.is_published(today):
        return "publication"
    town = request.municipality
    if town and expert.counties and town.county_code not in expert.counties:
        return "reach"
    if town and town.code in expert.conflict_municipalities:
        return "conflict"
    return None


def _rate_all(
    problem: Problem, methods: Sequence[Hit[Guidance]], request: Request, searcher: Searcher
) -> list[ExpertMatch]:
    query = searcher.analyse(problem.text)
    ratings = searcher.rate_areas(query)
    candidates, relevance = searcher.score("experts", query, ratings)
    area_slugs = searcher.snapshot.indexes["problem-areas"].slugs
    by_slug = {slug: float(rating) for slug, rating in zip(area_slugs, ratings, strict=True)}
    matches = []
    for position in range(len(candidates.documents)):
        hit: Hit[Expert] = searcher.describe("experts", query, candidates, relevance, position)
        matches.append(_rate(hit, methods, by_slug, request))
    return matches


def _rate(
    hit: Hit[Expert], methods: Sequence[Hit[Guidance]], area_ratings: Mapping[str, float], request: Request
) -> ExpertMatch:
    expert = hit.document
    levels = {m.slug: LEVEL_WEIGHTS[m.level] for m in expert.methods if m.slug not in expert.conflict_methods}
    known = {m.document.slug: m.relevance * levels[m.document.slug] for m in methods if m.document.slug in levels}
    by_method = max(known.values(), default=0.0)
    by_area = AREA_WEIGHT * max((area_ratings.get(slug, 0.0) for slug in expert.problem_areas), default=0.0)
    match = 1 - (1 - hit.relevance) * (1 - by_method) * (1 - by_area)
    availability = find_availability(expert, request.period)
    return ExpertMatch(hit, match, hit.relevance, by_method, by_area, tuple(known), availability)
