"""Search: a query against one collection of a snapshot, with filters inside the search, facets and the reasons.

A `Searcher` holds what is the same for every query: the opened snapshot, the embedding model, and what follows from
the documents (facets, area weights). It is never changed, so that threads may share it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import log
from typing import Generic, Literal, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from kb.documents import Expert, Guidance, ProblemArea
from kb.embedding.embedder import Embedder
from kb.errors import SnapshotMismatch
from kb.search.answerability import Promise, load_answerability
from kb.search.facets import EXPERT_FACETS, GUIDANCE_FACETS, Facets, Filters, build_facets
from kb.search.fusion import load_fusion
from kb.search.query import Query, analyse_query
from kb.search.signals import SIGNALS, AreaMatching, Candidates, gather_signals
from kb.snapshot.snapshot import Snapshot
from kb.text.analysis import stem
from kb.text.highlight import Span
from kb.text.spelling import Speller, make_speller
from kb.text.words import Word, find_words
from kb.vocabulary import RATINGS

LIST_FLOOR = 0.02
"""Relevance below which a document is not listed at all, even behind good hits."""
WARNING_FLOOR = 0.1
"""Relevance from which what is advised against is told of: below, the query asks for something else."""
SECONDARY_WEIGHT = 0.5
N_PASSAGES = 3
READ_FIRST: Mapping[str, float] = {
    "I korthet": 0.1,
    "När passar metoden": 0.1,
    "Så fungerar den": 0.05,
    "Kan hjälpa till med": 0.1,
}
"""How far a passage under the heading is ahead of others: whether a method fits is read before how to measure it."""
NAMING_FIELDS = ("title", "phrasing")
N_TOPICS = 3
N_REMEMBERED = 4096
"""Passages whose words are kept between searches, some 10 kB each."""
TELLING_IDF = 0.4
"""Of the rarest word's: "kommun" and "eller" fall below, "snatteri" does not."""

Sort = Literal["relevance", "evidence"]
D = TypeVar("D", Guidance, ProblemArea, Expert)


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageHit:
    """score: lexical share + cosine, in [-1, 2]; highlights: spans of text that match the query."""

    heading: str
    anchor: str
    text: str
    score: float
    highlights: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hit(Generic[D]):
    """relevance in [0, 1]; parts: what each signal adds to its log-odds."""

    document: D
    relevance: float
    parts: Mapping[str, float]
    passages: tuple[PassageHit, ...]


@dataclass(frozen=True, slots=True)
class AreaMatch:
    slug: str
    title: str
    relevance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult(Generic[D]):
    """hits are one page of n_hits; is_answered: whether the best is good enough; without it hits is empty.

    advised_against: what the query asks for that should not be used; shown with its warning, never among hits
    topics: the nearest problem areas, best first
    suggestion: the query as the index would spell it, None when it would spell it so
    """

    is_answered: bool
    hits: tuple[Hit[D], ...]
    n_hits: int
    advised_against: tuple[Hit[D], ...]
    facets: Mapping[str, Mapping[str, int]]
    topics: tuple[AreaMatch, ...]
    snapshot_id: str
    suggestion: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Searcher:
    """An opened snapshot made ready for queries by `open_searcher`."""

    snapshot: Snapshot
    embedder: Embedder
    facets: Mapping[str, Facets] = field(repr=False)
    area_weights: Mapping[str, NDArray[np.float32]] = field(repr=False)
    advised_against: NDArray[np.bool_] = field(repr=False)
    rating_places: NDArray[np.int64] = field(repr=False)
    speller: Speller = field(repr=False)

    def search_guidance(
        self, text: str, filters: Filters | None = None, *, first: int = 0, n: int = 10, sort: Sort = "relevance"
    ) -> SearchResult[Guidance]:
        """The guidance that answers the text, best first, from position first.

        Raises
        ------
        QueryRejected : no word in the text, or it is too long
        FilterRejected : a filter that does not exist
        """
        return self._search("guidance", self.analyse(text), filters or {}, first, n, sort)

    def search_experts(
        self, text: str, filters: Filters | None = None, *, first: int = 0, n: int = 10
    ) -> SearchResult[Expert]:
        """The experts whose profile answers the text, best first; raises as search_guidance."""
        return self._search("experts", self.analyse(text), filters or {}, first, n, "relevance")

    def list_experts(self, filters: Filters) -> list[Expert]:
        """The experts that pass the filters, by organisation and name; raises FilterRejected."""
        allowed = self.facets["experts"].allow(filters)
        slugs = self.snapshot.indexes["experts"].slugs
        found = [self.snapshot.experts[slug] for i, slug in enumerate(slugs) if allowed is None or allowed[i]]
        return sorted(found, key=lambda expert: (expert.organisation, expert.name))

    def analyse(self, text: str, *, highlight: bool = True) -> Query:
        """The text as a query; without highlight, one whose hits are not shown, which takes less time.

        Raises
        ------
        QueryRejected : no word in the text, or it is too long
        """
        return analyse_query(text, self.embedder, self.speller, self.is_telling if highlight else _tells_nothing)

    def is_telling(self, word: str) -> bool:
        """Whether a word in normal form is rare enough in the guidance to say something of a text."""
        return self.snapshot.indexes["guidance"].passage_lexical.idf_share(stem(word)) >= TELLING_IDF

    def rate_areas(self, query: Query) -> NDArray[np.float64]:
        """float64 array (n_problem_areas,) in [0, 1]: how likely the text is about each, in index order."""
        candidates = self.gather_areas(query)
        ratings = np.zeros(len(self.snapshot.problem_areas))
        ratings[candidates.documents] = load_fusion("problem-areas").relevance(candidates.signals)
        return ratings

    def gather_areas(self, query: Query) -> Candidates:
        """The problem areas with their signals."""
        return gather_signals(self.snapshot.indexes["problem-areas"], query)

    def nearest_areas(self, ratings: NDArray[np.float64], n: int = N_TOPICS) -> tuple[AreaMatch, ...]:
        """The n best rated areas, best first."""
        slugs = self.snapshot.indexes["problem-areas"].slugs
        best = np.argsort(-ratings, kind="stable")[:n]
        areas = self.snapshot.problem_areas
        return tuple(AreaMatch(slugs[i], areas[slugs[i]].title, float(ratings[i])) for i in best)

    def score(
        self, collection: str, query: Query, area_ratings: NDArray[np.float64], allowed: NDArray[np.bool_] | None = None
    ) -> tuple[Candidates, NDArray[np.float64]]:
        """The candidates of a collection with their signals, and their relevance in [0, 1]."""
        areas = AreaMatching(area_ratings, self.area_weights[collection])
        candidates = gather_signals(self.snapshot.indexes[collection], query, areas, allowed)
        return candidates, load_fusion(collection).relevance(candidates.signals)

    def is_answerable(
        self,
        collection: str,
        query: Query,
        area_ratings: NDArray[np.float64],
        candidates: Candidates,
        relevance: NDArray[np.float64],
    ) -> bool:
        """Whether the best of the candidates is an answer, or nothing fits well enough."""
        if not len(relevance):
            return False
        if collection != "guidance":
            return float(relevance.max()) >= load_fusion(collection).threshold
        return load_answerability().is_answerable(self.promise(query, area_ratings, candidates, relevance))

    def promise(
        self,
        query: Query,
        area_ratings: NDArray[np.float64],
        candidates: Candidates,
        relevance: NDArray[np.float64],
    ) -> Promise:
        """What there is to say for an answer among the guidance candidates, of which there is at least one."""
        domain = self.snapshot.domain
        first = int(relevance.argmax())
        best = float(np.clip(relevance[first], 1e-9, 1 - 1e-9))
        return Promise(
            relevance=log(best / (1 - best)),
            name=max(float(candidates.signals[first, SIGNALS.index(f"lexical_{field}")]) for field in NAMING_FIELDS),
            areas=float(area_ratings.sum()),
            shortness=1 / len(query.words),
            domain=domain.rate(query.vector) if domain else None,
            outside=domain.find_nearest_outside(query.vector) if domain else None,
        )

    def describe(
        self, collection: str, query: Query, candidates: Candidates, relevance: NDArray[np.float64], position: int
    ) -> Hit[D]:
        """The candidate at position as a hit, with its best passages."""
        index = self.snapshot.indexes[collection]
        document = int(candidates.documents[position])
        span = slice(int(index.starts[document]), int(index.starts[document + 1]))
        scores = candidates.passage_scores[span]
        first = np.array([READ_FIRST.get(passage.heading, 0.0) for passage in index.passages[span]])
        best = [int(i) for i in np.argsort(-(scores + first), kind="stable")[:N_PASSAGES] if np.isfinite(scores[i])]
        passages = []
        for i in best:
            passage = index.passages[span.start + i]
            highlights = query.make_highlighter().find_among(_find_shown_words(passage.text))
            passages.append(
                PassageHit(
                    heading=passage.heading,
                    anchor=passage.anchor,
                    text=passage.text,
                    score=float(scores[i]),
                    highlights=highlights,
                )
            )
        parts = load_fusion(collection).parts(candidates.signals[position])
        value = cast(D, self._documents(collection)[index.slugs[document]])
        return Hit(value, float(relevance[position]), parts, tuple(passages))

    def _search(
        self, collection: str, query: Query, filters: Filters, first: int, n: int, sort: Sort
    ) -> SearchResult[D]:
        facets = self.facets[collection]
        allowed = facets.allow(filters)
        ratings = self.rate_areas(query)
        whole, of_whole = self.score(collection, query, ratings)
        is_answered = self.is_answerable(collection, query, ratings, whole, of_whole)
        filtered = (whole, of_whole) if allowed is None else self.score(collection, query, ratings, allowed)
        candidates, relevance = filtered
        warned = self._is_advised_against(collection, candidates)
        by_relevance = np.argsort(-relevance, kind="stable")
        order = by_relevance if sort == "relevance" else self._order_by_evidence(collection, candidates, relevance)
        listed = order[(~warned & (relevance >= LIST_FLOOR))[order]]
        ahead = by_relevance[:N_PASSAGES]
        asked_for = ahead[(warned & (relevance >= WARNING_FLOOR))[ahead]]
        found = np.zeros(facets.n_documents, np.bool_)
        found[whole.documents[(of_whole >= LIST_FLOOR) & ~self._is_advised_against(collection, whole)]] = True
        if not is_answered:
            listed, asked_for, found = listed[:0], asked_for[:0], np.zeros_like(found)
        return SearchResult(
            is_answered=is_answered,
            hits=tuple(
                self.describe(collection, query, candidates, relevance, int(i)) for i in listed[first : first + n]
            ),
            n_hits=len(listed),
            advised_against=tuple(self.describe(collection, query, candidates, relevance, int(i)) for i in asked_for),
            facets=facets.count(found, filters),
            topics=self.nearest_areas(ratings),
            snapshot_id=self.snapshot.manifest.id,
            suggestion=query.suggestion if collection == "guidance" else None,
        )

    def _order_by_evidence(
        self, collection: str, candidates: Candidates, relevance: NDArray[np.float64]
    ) -> NDArray[np.int64]:
        """Positions by evidence, best first, ties by relevance; below the collection's threshold come last."""
        is_below = relevance < load_fusion(collection).threshold
        return np.lexsort((-relevance, self.rating_places[candidates.documents], is_below))

    def _is_advised_against(self, collection: str, candidates: Candidates) -> NDArray[np.bool_]:
        if collection != "guidance":
            return np.zeros(len(candidates.documents), np.bool_)
        return self.advised_against[candidates.documents]

    def _documents(self, collection: str) -> Mapping[str, Guidance | ProblemArea | Expert]:
        by_name: dict[str, Mapping[str, Guidance | ProblemArea | Expert]] = {
            "guidance": self.snapshot.guidance,
            "problem-areas": self.snapshot.problem_areas,
            "experts": self.snapshot.experts,
        }
        return by_name[collection]


def _tells_nothing(_: str) -> bool:
    return False


@lru_cache(maxsize=N_REMEMBERED)
def _find_shown_words(text: str) -> tuple[Word, ...]:
    """The words of an indexed passage, remembered: finding them anew took two thirds of a search."""
    return tuple(find_words(text))


def open_searcher(snapshot: Snapshot, embedder: Embedder) -> Searcher:
    """A searcher of the snapshot.

    Raises
    ------
    SnapshotMismatch : the snapshot was built with another embedding model
    """
    if snapshot.manifest.model_id != embedder.model_id:
        raise SnapshotMismatch(
            f"the snapshot was built with model {snapshot.manifest.model_id}, the configured one is "
            f"{embedder.model_id}; configure that model, or run `kb index`"
        )
    guidance = [snapshot.guidance[slug] for slug in snapshot.indexes["guidance"].slugs]
    experts = [snapshot.experts[slug] for slug in snapshot.indexes["experts"].slugs]
    areas = snapshot.indexes["problem-areas"].slugs
    weights = {
        "guidance": _weigh(areas, [(d.primary_areas, d.secondary_areas) for d in guidance]),
        "experts": _weigh(areas, [(e.problem_areas, ()) for e in experts]),
    }
    facets = {
        "guidance": build_facets(guidance, GUIDANCE_FACETS),
        "experts": build_facets(experts, EXPERT_FACETS),
    }
    warned = np.array([document.is_advised_against for document in guidance], np.bool_)
    places = np.array([RATINGS.index(d.rating) if d.rating else len(RATINGS) for d in guidance], np.int64)
    return Searcher(
        snapshot=snapshot,
        embedder=embedder,
        facets=facets,
        area_weights=weights,
        advised_against=warned,
        rating_places=places,
        speller=make_speller(snapshot.words),
    )


def _weigh(areas: Sequence[str], tagged: Sequence[tuple[Sequence[str], Sequence[str]]]) -> NDArray[np.float32]:
    weights = np.zeros((len(tagged), len(areas)), np.float32)
    column = {slug: i for i, slug in enumerate(areas)}
    for row, (primary, secondary) in enumerate(tagged):
        weights[row, [column[slug] for slug in secondary]] = SECONDARY_WEIGHT
        weights[row, [column[slug] for slug in primary]] = 1.0
    return weights
