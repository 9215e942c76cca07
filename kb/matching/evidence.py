"""The rating of a method for what a problem is about: of the outcome nearest to it, never the best of all outcomes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.documents import Evidence, Guidance
from kb.embedding.embedder import Embedder
from kb.search.query import Query, weigh_features
from kb.vocabulary import Rating, place_of_rating

WORDS_WEIGHT = 0.5
MIN_LIKENESS = 1.1
MARGIN = 0.1
"""An outcome is about the problem from MIN_LIKENESS; of those within MARGIN of the nearest, the lowest rating counts.
The three were chosen by reading the outcomes of ten problems: shootings are near "Skjutningar i Malmö" (1.5), not near
"Brott i omgivningen" (1.0)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedOutcome:
    """is_about_problem False: no outcome is near the problem, and this is the document's best rating of any."""

    outcome: str
    rating: Rating
    rated_by: str
    year: int | None
    is_about_problem: bool


def rate_for_problem(
    query: Query, area_title: str, documents: Sequence[Guidance], embedder: Embedder
) -> dict[str, RatedOutcome]:
    """slug -> the rating that counts for the problem; documents that are not assessed have none.

    query : the problem's text; area_title : of the area that it is most likely about
    """
    outcomes = [outcome.outcome for document in documents for outcome in document.evidence]
    likeness = iter(_rate_likeness(outcomes, query, area_title, embedder).tolist())
    return {
        document.slug: _choose([(outcome, next(likeness)) for outcome in document.evidence])
        for document in documents
        if document.evidence
    }


def _rate_likeness(outcomes: Sequence[str], query: Query, area_title: str, embedder: Embedder) -> NDArray[np.float64]:
    """float64 array (n_outcomes,): the cosines with text and area, and the share of the outcome's words they have."""
    area = embedder.embed_queries([area_title])[0]
    vectors = embedder.embed_passages(outcomes)
    features = query.features.keys() | weigh_features(area_title).keys()
    words = np.array([_share(weigh_features(outcome), features) for outcome in outcomes])
    return np.asarray(vectors @ query.vector + vectors @ area + WORDS_WEIGHT * words, np.float64)


def _share(weights: Mapping[str, float], features: Iterable[str]) -> float:
    total = sum(weights.values())
    return sum(weights[feature] for feature in weights.keys() & features) / total if total else 0.0


def _choose(rated: Sequence[tuple[Evidence, float]]) -> RatedOutcome:
    """Of the nearest outcomes the one with the lowest rating, or the best rating of all when none is near."""
    nearest = max(likeness for _, likeness in rated)
    if nearest < MIN_LIKENESS:
        return _name(min((outcome for outcome, _ in rated), key=_place), is_about_problem=False)
    near = [outcome for outcome, likeness in rated if likeness >= max(MIN_LIKENESS, nearest - MARGIN)]
    return _name(max(near, key=_place), is_about_problem=True)


def _place(outcome: Evidence) -> int:
    return place_of_rating(outcome.rating)


def _name(outcome: Evidence, *, is_about_problem: bool) -> RatedOutcome:
    return RatedOutcome(
        outcome=outcome.outcome,
        rating=outcome.rating,
        rated_by=outcome.rated_by,
        year=outcome.year,
        is_about_problem=is_about_problem,
    )
