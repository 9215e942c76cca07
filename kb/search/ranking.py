"""The documents of one collection, scored for a query."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.index.passage_index import Index
from kb.models.logistic_model import LogisticModel
from kb.search.candidates import find_candidates, score_shown_passages
from kb.search.options import DEFAULT_OPTIONS, SearchOptions
from kb.search.query import Query
from kb.search.signals import AreaMatching, gather_signals


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """documents : int64 array (n,), positions in the index, ascending; what else is of a document stands beside it
    signals : float32 array (n, len(SIGNALS))
    relevance : float64 array (n,) in [0, 1]
    passage_scores : float32 array (n_passages,), lexical share + cosine; -inf where not scored or never shown
    """

    documents: NDArray[np.int64]
    signals: NDArray[np.float32]
    relevance: NDArray[np.float64]
    passage_scores: NDArray[np.float32]

    @property
    def order(self) -> NDArray[np.int64]:
        """int64 array (n,): places in this ranking, the most relevant first, ties by position in the index."""
        return np.argsort(-self.relevance, kind="stable")

    @property
    def best(self) -> float:
        """The highest relevance, 0 when there is no document."""
        return float(self.relevance.max(initial=0.0))


def rank_documents(
    index: Index,
    query: Query,
    fusion: LogisticModel,
    *,
    areas: AreaMatching | None = None,
    allowed: NDArray[np.bool_] | None = None,
    options: SearchOptions = DEFAULT_OPTIONS,
) -> Ranking:
    """The candidates of both searches with their relevance.

    fusion : weighs SIGNALS, in their order
    areas : None where problem areas do not apply; their signals are 0
    allowed : bool array (n_documents,), True where a document may be found; relevance is the same with it and without,
        so that a filter changes which documents are found, never how relevant they are
    """
    candidates = find_candidates(index, query, allowed, options)
    found = slice(None) if allowed is None else allowed[candidates.documents]
    signals = gather_signals(index, query, candidates, areas, options)[found]
    return Ranking(
        documents=candidates.documents[found],
        signals=signals,
        relevance=fusion.probabilities(signals),
        passage_scores=score_shown_passages(index, candidates),
    )
