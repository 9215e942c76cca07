"""Which documents are scored, and their passages by words and by meaning."""

from dataclasses import replace

import numpy as np
import pytest

from kb.search.candidates import find_best_by_field, find_candidates, score_shown_passages
from kb.search.options import DEFAULT_OPTIONS, SearchOptions
from kb.search.query import Query, analyse_query
from tests.kb.search.three_documents import EMBEDDER, INDEX, index_passages, make_body

ONE_OF_EACH = SearchOptions(max_exact=0, n_candidates=1)


def ask(words: str, meaning: str) -> Query:
    """A query of these words with another text's meaning."""
    return replace(analyse_query(words, EMBEDDER), vector=EMBEDDER.embed_queries([meaning])[0])


def test_in_a_small_collection_every_document_is_a_candidate() -> None:
    found = find_candidates(INDEX, analyse_query("eld", EMBEDDER), None, DEFAULT_OPTIONS)
    assert (found.documents.tolist(), found.passages.tolist()) == ([0, 1, 2], [0, 1, 2, 3, 4])
    assert found.cosine == pytest.approx([1, 0.5**0.5, 0, 1, 0])


def test_both_searches_bring_candidates() -> None:
    index = index_passages(make_body("meaning", "rån"), make_body("neither", "knark"), make_body("words", "butik"))
    assert find_candidates(index, ask("butik", "rån"), None, ONE_OF_EACH).documents.tolist() == [0, 2]


def test_what_is_not_allowed_takes_no_place_from_what_is() -> None:
    allowed = np.array([False, False, True])
    found = find_candidates(INDEX, analyse_query("eld", EMBEDDER), allowed, ONE_OF_EACH)
    assert 2 in found.documents


def test_what_is_not_allowed_takes_no_place_in_the_search_by_words() -> None:
    index = index_passages(make_body("best", "butik"), make_body("good", "butik på torget"), make_body("near", "rån"))
    query = ask("butik", "rån")
    assert find_candidates(index, query, None, ONE_OF_EACH).documents.tolist() == [0, 2]
    allowed = np.array([False, True, True])
    assert find_candidates(index, query, allowed, ONE_OF_EACH).documents.tolist() == [0, 1, 2]


def test_all_passages_of_a_candidate_are_scored_as_they_are_in_the_whole_index() -> None:
    query = analyse_query("eld", EMBEDDER)
    found = find_candidates(INDEX, query, None, ONE_OF_EACH)
    assert found.documents.tolist() == [0]
    assert found.passages.tolist() == [0, 1]
    assert found.lexical.tolist() == INDEX.passage_lexical.score(query.features)[:2].tolist()


def test_the_best_of_each_field_is_told_of_each_document() -> None:
    found = find_candidates(INDEX, analyse_query("eld", EMBEDDER), None, DEFAULT_OPTIONS)
    lexical, cosine = np.array([0.1, 0.2, 0.3, 0.4, 0], np.float32), np.array([0.5, 0.6, 0.7, 0.8, -0.9], np.float32)
    best = find_best_by_field(INDEX, replace(found, lexical=lexical, cosine=cosine))
    assert best[:, :3] == pytest.approx(np.array([[0.1, 0.2, 0], [0.3, 0, 0.4], [0, 0, 0]]))
    assert best[:, 3:] == pytest.approx(np.array([[0.5, 0.6, 0], [0.7, 0, 0.8], [0, 0, 0]]))


def test_a_phrasing_is_scored_but_never_shown() -> None:
    query = analyse_query("eld", EMBEDDER)
    scores = score_shown_passages(INDEX, find_candidates(INDEX, query, None, DEFAULT_OPTIONS))
    assert np.isneginf(scores[3])
    assert scores[0] == pytest.approx(INDEX.passage_lexical.score(query.features)[0] + 1.0)


def test_a_passage_of_no_candidate_is_not_shown() -> None:
    query = analyse_query("eld", EMBEDDER)
    scores = score_shown_passages(INDEX, find_candidates(INDEX, query, None, ONE_OF_EACH))
    assert np.isneginf(scores).tolist() == [False, False, True, True, True]
