"""Documents ranked for a query, whole and filtered."""

from math import exp

import numpy as np
import pytest

from kb.search.options import SearchOptions
from kb.search.query import analyse_query
from kb.search.ranking import Ranking, rank_documents
from kb.search.signals import SIGNALS, AreaMatching
from tests.kb.models_by_hand import weigh
from tests.kb.search.three_documents import EMBEDDER, INDEX, index_passages

BY_TITLE = weigh(intercept=-1, cosine_title=2)
AREAS = AreaMatching(np.array([0.2, 0.6]), np.array([[1, 0], [0.5, 1], [0, 0]], np.float32))


def test_relevance_is_what_the_fusion_makes_of_the_signals() -> None:
    found = rank_documents(INDEX, analyse_query("knark", EMBEDDER), BY_TITLE)
    assert found.documents.tolist() == [0, 1, 2]
    assert found.relevance == pytest.approx([1 / (1 + exp(1)), 1 / (1 + exp(1 - 2)), 1 / (1 + exp(1))])
    assert found.best == pytest.approx(1 / (1 + exp(1 - 2)))


def test_the_most_relevant_comes_first_and_ties_stand_in_index_order() -> None:
    assert rank_documents(INDEX, analyse_query("knark", EMBEDDER), BY_TITLE).order.tolist() == [1, 0, 2]


def test_a_filter_changes_which_documents_are_found_not_their_signals() -> None:
    query = analyse_query("eld", EMBEDDER)
    everything = rank_documents(INDEX, query, BY_TITLE, areas=AREAS)
    filtered = rank_documents(INDEX, query, BY_TITLE, areas=AREAS, allowed=np.array([False, True, True]))
    assert filtered.documents.tolist() == [1, 2]
    assert filtered.signals.tolist() == everything.signals[1:].tolist()
    assert filtered.relevance.tolist() == everything.relevance[1:].tolist()


def test_what_is_not_allowed_is_no_candidate_however_near() -> None:
    few = SearchOptions(max_exact=0, n_candidates=1)
    allowed = np.array([False, False, True])
    found = rank_documents(INDEX, analyse_query("eld", EMBEDDER), BY_TITLE, allowed=allowed, options=few)
    assert found.documents.tolist() == [2]


def test_an_empty_collection_ranks_nothing() -> None:
    found: Ranking = rank_documents(index_passages(), analyse_query("eld", EMBEDDER), BY_TITLE)
    assert (found.documents.shape, found.signals.shape, found.best) == ((0,), (0, len(SIGNALS)), 0.0)
    assert found.order.tolist() == []
