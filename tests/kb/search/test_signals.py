"""What speaks for a document, worked by hand."""

from dataclasses import replace
from math import log10, sqrt

import numpy as np
import pytest

from kb.index.passage_index import Index, build_index
from kb.index.passages import Passage
from kb.search import signals
from kb.search.query import analyse_query
from kb.search.signals import (
    FEEDBACK_FLOOR,
    FEEDBACK_MIX,
    FEEDBACK_SHARPNESS,
    SIGNALS,
    TEXT_SIGNALS,
    AreaMatching,
    Candidates,
    gather_signals,
)
from tests.fakes.embedder import AxisEmbedder

EMBEDDER = AxisEmbedder("eld", "knark", "rån")


def index_passages(*passages: Passage) -> Index:
    return build_index(passages, EMBEDDER.embed_passages([p.indexed_text for p in passages]))


INDEX = index_passages(
    Passage(slug="a", field="title", heading="", anchor="", context="eld", text=""),
    Passage(slug="a", field="body", heading="", anchor="", context="", text="eld och knark"),
    Passage(slug="b", field="title", heading="", anchor="", context="knark", text=""),
    Passage(slug="b", field="phrasing", heading="", anchor="", context="", text="eld"),
    Passage(slug="c", field="title", heading="", anchor="", context="rån", text=""),
)


def signals_of(found: Candidates, name: str) -> list[float]:
    return [float(value) for value in found.signals[:, SIGNALS.index(name)]]


def test_each_field_gives_the_cosine_of_its_best_passage_and_0_where_there_is_none() -> None:
    found = gather_signals(INDEX, analyse_query("eld", EMBEDDER))
    assert found.documents.tolist() == [0, 1, 2]
    assert signals_of(found, "cosine_title") == [1.0, 0.0, 0.0]
    assert signals_of(found, "cosine_body") == pytest.approx([1 / sqrt(2), 0.0, 0.0])
    assert signals_of(found, "cosine_phrasing") == [0.0, 1.0, 0.0]


def test_lexical_signals_are_those_of_the_two_lexical_indexes() -> None:
    query = analyse_query("eld", EMBEDDER)
    found = gather_signals(INDEX, query)
    of_passages = INDEX.passage_lexical.score(query.features)
    assert signals_of(found, "lexical") == INDEX.document_lexical.score(query.features).tolist()
    assert signals_of(found, "lexical_title") == [of_passages[0], 0.0, 0.0]
    assert signals_of(found, "lexical_body") == [of_passages[1], 0.0, 0.0]
    assert signals_of(found, "lexical_phrasing") == [0.0, of_passages[3], 0.0]
    assert min(of_passages[0], of_passages[1], of_passages[3]) > 0


def test_query_length_is_the_logarithm_of_its_words() -> None:
    found = gather_signals(INDEX, analyse_query("eld eld knark", EMBEDDER))
    assert signals_of(found, "query_length") == pytest.approx([log10(3)] * 3)


def test_relative_signals_are_shares_of_the_best_candidates() -> None:
    found = gather_signals(INDEX, analyse_query("eld och knark", EMBEDDER))
    for name in TEXT_SIGNALS:
        absolute = signals_of(found, name)
        assert signals_of(found, f"relative_{name}") == pytest.approx([s / (max(absolute) or 1) for s in absolute])
    assert max(signals_of(found, "relative_lexical")) == 1.0


# Two problem areas: a is for the first, b for the second and half for the first, c for none.
WEIGHTS = np.array([[1, 0], [0.5, 1], [0, 0]], np.float32)
AREAS = AreaMatching(np.array([0.2, 0.6]), WEIGHTS)


def test_areas_tell_how_far_the_querys_areas_are_the_documents() -> None:
    query = analyse_query("eld", EMBEDDER)
    expected = [1 * 0.2, 0.5 * 0.2 + 1 * 0.6, 0.0]
    assert signals_of(gather_signals(INDEX, query, AREAS), "areas") == pytest.approx(expected)
    without_a = gather_signals(INDEX, query, AREAS, np.array([False, True, True]))
    assert signals_of(without_a, "areas") == pytest.approx(expected[1:])
    assert signals_of(gather_signals(INDEX, query), "areas") == [0.0, 0.0, 0.0]


def test_feedback_tells_how_far_the_areas_of_the_most_promising_documents_are_the_documents() -> None:
    found = gather_signals(INDEX, analyse_query("eld", EMBEDDER), AREAS)
    promise = np.sum([np.array(signals_of(found, name)) * weight for name, weight in FEEDBACK_MIX.items()], axis=0)
    votes = np.exp(FEEDBACK_SHARPNESS * (promise - promise.max()))
    votes[votes < FEEDBACK_FLOOR] = 0
    of_areas = votes @ WEIGHTS / sum(votes)
    assert votes[2] == 0  # c has nothing of the query, so that it has no say
    expected = [1 * of_areas[0], 0.5 * of_areas[0] + 1 * of_areas[1], 0.0]
    assert signals_of(found, "feedback") == pytest.approx(expected)
    assert signals_of(gather_signals(INDEX, analyse_query("eld", EMBEDDER)), "feedback") == [0.0, 0.0, 0.0]


def test_what_is_not_allowed_is_no_candidate() -> None:
    found = gather_signals(INDEX, analyse_query("eld knark", EMBEDDER), None, np.array([False, True, True]))
    assert found.documents.tolist() == [1, 2]
    assert signals_of(found, "cosine_title") == pytest.approx([1 / sqrt(2), 0.0])


def test_a_filter_changes_which_documents_are_found_not_their_signals() -> None:
    query = analyse_query("eld", EMBEDDER)
    everything = gather_signals(INDEX, query, AREAS)
    filtered = gather_signals(INDEX, query, AREAS, np.array([False, True, True]))
    assert filtered.documents.tolist() == [1, 2]
    assert filtered.signals.tolist() == everything.signals[1:].tolist()


def test_what_is_not_allowed_takes_no_place_from_what_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signals, "MAX_EXACT", 0)
    monkeypatch.setattr(signals, "N_CANDIDATES", 1)
    query = analyse_query("eld", EMBEDDER)
    assert gather_signals(INDEX, query, None, np.array([False, False, True])).documents.tolist() == [2]


def test_what_is_not_allowed_takes_no_place_in_the_search_by_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signals, "MAX_EXACT", 0)
    monkeypatch.setattr(signals, "N_CANDIDATES", 1)
    index = index_passages(
        Passage(slug="best", field="body", heading="", anchor="", context="", text="butik"),
        Passage(slug="good", field="body", heading="", anchor="", context="", text="butik på torget"),
        Passage(slug="near", field="body", heading="", anchor="", context="", text="rån"),
    )
    query = replace(analyse_query("butik", EMBEDDER), vector=EMBEDDER.embed_queries(["rån"])[0])
    assert gather_signals(index, query).documents.tolist() == [0, 2]
    assert gather_signals(index, query, None, np.array([False, True, True])).documents.tolist() == [1, 2]


def test_both_searches_bring_candidates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signals, "MAX_EXACT", 0)
    monkeypatch.setattr(signals, "N_CANDIDATES", 1)
    index = index_passages(
        Passage(slug="meaning", field="body", heading="", anchor="", context="", text="rån"),
        Passage(slug="neither", field="body", heading="", anchor="", context="", text="knark"),
        Passage(slug="words", field="body", heading="", anchor="", context="", text="butik"),
    )
    query = analyse_query("butik", EMBEDDER)
    of_both = replace(query, vector=EMBEDDER.embed_queries(["rån"])[0])
    assert gather_signals(index, of_both).documents.tolist() == [0, 2]


def test_a_phrasing_is_scored_but_never_shown() -> None:
    query = analyse_query("eld", EMBEDDER)
    scores = gather_signals(INDEX, query).passage_scores
    assert np.isneginf(scores[3])
    assert scores[0] == pytest.approx(INDEX.passage_lexical.score(query.features)[0] + 1.0)


def test_an_empty_collection_has_no_candidates() -> None:
    found = gather_signals(
        index_passages(), analyse_query("eld", EMBEDDER), AreaMatching(np.ones(2), np.zeros((0, 2), np.float32)), None
    )
    assert found.documents.shape == (0,)
    assert found.signals.shape == (0, len(SIGNALS))
