"""A query answered from one collection: the hits of a page, the facets, the warnings, or that nothing fits."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, Literal

import numpy as np
from numpy.typing import NDArray

from kb.registers import HelpLine
from kb.search.collection import Collection, D
from kb.search.describe import N_PASSAGES, Hit, describe
from kb.search.facets import Filters
from kb.search.filtered_out import FilteredOut, find_filtered_out
from kb.search.holders import find_holders
from kb.search.query import Query
from kb.search.ranking import Ranking
from kb.text.signs import NO_SIGNS, Signs

LIST_FLOOR = 0.01
"""Relevance below which a document is not listed at all, even behind good hits."""
EVIDENCE_FLOOR = 0.05
"""Relevance from which evidence may put a document before a more relevant one."""
WARNING_FLOOR = 0.1
"""Relevance from which what is advised against is told of: below, the query asks for something else."""

Sort = Literal["relevance", "evidence"]


@dataclass(frozen=True, slots=True)
class AreaMatch:
    """title_en : the title on English pages."""

    slug: str
    title: str
    relevance: float
    title_en: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult(Generic[D]):
    """hits are one page of n_hits; is_answered: whether the best is good enough; without it hits is empty.

    advised_against: what the query asks for that should not be used; shown with its warning, never among hits
    topics: the nearest problem areas, best first
    suggestion: the query as the index would spell it, None when it would spell it so
    signs: how the query's signs were read; missing_phrases: those of its phrases that no document holds
    filtered_out: what the filters took away, where they left no hit of an answer
    urgent: where to turn when the query tells of somebody in danger, 112 first; shown whatever else is
    """

    is_answered: bool
    hits: tuple[Hit[D], ...]
    n_hits: int
    advised_against: tuple[Hit[D], ...]
    facets: Mapping[str, Mapping[str, int]]
    topics: tuple[AreaMatch, ...]
    snapshot_id: str
    suggestion: str | None = None
    signs: Signs = NO_SIGNS
    missing_phrases: tuple[str, ...] = ()
    filtered_out: FilteredOut | None = None
    urgent: tuple[HelpLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Which hits are wanted: from position first at most n, of those that pass the filters."""

    filters: Filters
    first: int
    n: int
    sort: Sort = "relevance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A text analysed once: as a query, and what is known of it before a collection is searched.

    area_ratings : float64 array (n_areas,) in [0, 1], how likely the query is about each problem area
    topics, suggestion, urgent : see SearchResult
    """

    query: Query
    area_ratings: NDArray[np.float64]
    topics: tuple[AreaMatch, ...]
    snapshot_id: str
    suggestion: str | None = None
    urgent: tuple[HelpLine, ...] = ()


def answer(
    collection: Collection[D],
    question: Question,
    page: Page,
    is_answer: Callable[[Ranking], bool],
    named: NDArray[np.bool_] | None = None,
) -> SearchResult[D]:
    """The page of what the collection has for the query; raises FilterRejected.

    is_answer : whether the best of a ranking of at least one document is an answer, or nothing fits well enough
    named : bool array (n_documents,), what the query names: that is an answer, and listed however little fits it
    """
    holders = find_holders(collection.index, question.query)
    named = holders.allowed if holders.is_named else named
    named = np.zeros(len(collection.documents), np.bool_) if named is None else named

    def rank(filters: Filters) -> Ranking:
        allowed = holders.keep(collection.facets.allow(filters))
        return collection.rank(question.query, question.area_ratings, allowed)

    whole = rank({})
    is_answered = bool(len(whole.documents)) and (bool(named.any()) or is_answer(whole))
    chosen = [facet for facet, values in page.filters.items() if values]
    ranking = rank(page.filters) if chosen else whole
    listed = _list_hits(collection, ranking, page.sort, named)[slice(None if is_answered else 0)]
    warned = _find_warnings(collection, ranking, named)[slice(None if is_answered else 0)]

    def count(kept: Iterable[str]) -> int:
        """As a search with fewer filters would count, since that is where the way on leads."""
        found = rank({facet: page.filters[facet] for facet in kept})
        return int(np.count_nonzero(_is_listed(collection, found, named)))

    def tell(places: Iterable[int]) -> tuple[Hit[D], ...]:
        return tuple(describe(collection, question.query, ranking, int(place)) for place in places)

    return SearchResult(
        is_answered=is_answered,
        hits=tell(listed[page.first : page.first + page.n]),
        n_hits=len(listed),
        advised_against=tell(warned),
        facets=collection.facets.count(_mark_found(collection, whole, named) & is_answered, page.filters),
        topics=question.topics,
        snapshot_id=question.snapshot_id,
        suggestion=question.suggestion,
        signs=question.query.signs,
        missing_phrases=holders.missing,
        filtered_out=find_filtered_out(chosen, count) if is_answered and not len(listed) else None,
        urgent=question.urgent,
    )


def _list_hits(collection: Collection[D], ranking: Ranking, sort: Sort, named: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Places in the ranking of what is listed, in the order that is asked for."""
    order = ranking.order if sort == "relevance" else _order_by_evidence(collection, ranking)
    return order[_is_listed(collection, ranking, named)[order]]


def _order_by_evidence(collection: Collection[D], ranking: Ranking) -> NDArray[np.int64]:
    """Places by evidence, best first, ties by relevance; below EVIDENCE_FLOOR come last."""
    is_below = ranking.relevance < EVIDENCE_FLOOR
    return np.lexsort((-ranking.relevance, collection.evidence_places[ranking.documents], is_below))


def _find_warnings(collection: Collection[D], ranking: Ranking, named: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Places, best first, of what is advised against and named, or asked for by being among the first by relevance."""
    order = ranking.order
    is_named = named[ranking.documents[order]]
    is_ahead = (np.arange(len(order)) < N_PASSAGES) & (ranking.relevance[order] >= WARNING_FLOOR)
    return order[collection.advised_against[ranking.documents[order]] & (is_named | is_ahead)]


def _mark_found(collection: Collection[D], ranking: Ranking, named: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool array (n_documents,), True where a document is listed."""
    found = np.zeros(len(collection.documents), np.bool_)
    found[ranking.documents[_is_listed(collection, ranking, named)]] = True
    return found


def _is_listed(collection: Collection[D], ranking: Ranking, named: NDArray[np.bool_]) -> NDArray[np.bool_]:
    is_worth_it = named[ranking.documents] | (ranking.relevance >= LIST_FLOOR)
    return np.asarray(~collection.advised_against[ranking.documents] & is_worth_it)
