"""A kind of document, ready to be searched: all that belongs to it, in the order of its index."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from kb.documents import Expert, Guidance, ProblemArea
from kb.index.passage_index import Index
from kb.models.logistic_model import LogisticModel
from kb.search.facets import Facets
from kb.search.options import DEFAULT_OPTIONS, SearchOptions
from kb.search.query import Query
from kb.search.ranking import Ranking, rank_documents
from kb.search.signals import AreaMatching
from kb.text.words import Word

D = TypeVar("D", Guidance, ProblemArea, Expert)


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection(Generic[D]):
    """documents : in the order of the index, as are the rows of what follows
    facets : what they can be filtered and counted by
    area_weights : float32 array (n_documents, n_areas), 1 for a document's primary areas, less for its secondary ones
    evidence_places : int64 array (n_documents,), 0 for the best evidence, higher for less
    advised_against : bool array (n_documents,)
    fusion : weighs the signals of a document to its relevance
    find_shown_words : the words of an indexed passage, of which the last ones are remembered
    """

    index: Index = field(repr=False)
    documents: tuple[D, ...] = field(repr=False)
    facets: Facets = field(repr=False)
    area_weights: NDArray[np.float32] = field(repr=False)
    evidence_places: NDArray[np.int64] = field(repr=False)
    advised_against: NDArray[np.bool_] = field(repr=False)
    fusion: LogisticModel
    find_shown_words: Callable[[str], tuple[Word, ...]] = field(repr=False)
    options: SearchOptions = DEFAULT_OPTIONS

    @property
    def slugs(self) -> tuple[str, ...]:
        """By position in the index."""
        return self.index.slugs

    def rank(
        self,
        query: Query,
        area_ratings: NDArray[np.float64] | None = None,
        allowed: NDArray[np.bool_] | None = None,
    ) -> Ranking:
        """The documents for a query.

        area_ratings : float64 array (n_areas,) in [0, 1], how likely the query is about each; None: it does not matter
        allowed : bool array (n_documents,), True where a document may be found; all when left out
        """
        areas = None if area_ratings is None else AreaMatching(area_ratings, self.area_weights)
        return rank_documents(self.index, query, self.fusion, areas=areas, allowed=allowed, options=self.options)
