"""What speaks for a document, worked by hand."""

from dataclasses import replace
from math import log10, sqrt

import numpy as np
import pytest
from numpy.typing import NDArray

from kb.search.candidates import find_candidates
from kb.search.options import DEFAULT_OPTIONS, SearchOptions
from kb.search.query import analyse_query
from kb.search.signals import SIGNALS, TEXT_SIGNALS, AreaMatching, gather_signals
from tests.kb.search.three_documents import EMBEDDER, INDEX, index_passages

Signals = NDArray[np.float32]


def gather(text: str, areas: AreaMatching | None = None, options: SearchOptions = DEFAULT_OPTIONS) -> Signals:
    query = analyse_query(text, EMBEDDER)
    return gather_signals(INDEX, query, find_candidates(INDEX, query, None, options), areas, options)


def signals_of(found: Signals, name: str) -> list[float]:
    return [float(value) for value in found[:, SIGNALS.index(name)]]


def test_each_field_gives_the_cosine_of_its_best_passage_and_0_where_there_is_none() -> None:
    found = gather("eld")
    assert signals_of(found, "cosine_title") == [1.0, 0.0, 0.0]
    assert signals_of(found, "cosine_body") == pytest.approx([1 / sqrt(2), 0.0, 0.0])
    assert signals_of(found, "cosine_phrasing") == [0.0, 1.0, 0.0]


def test_lexical_signals_are_those_of_the_two_lexical_indexes() -> None:
    found, features = gather("eld"), analyse_query("eld", EMBEDDER).features
    of_passages = INDEX.passage_lexical.score(features)
    assert signals_of(found, "lexical") == INDEX.document_lexical.score(features).tolist()
    assert signals_of(found, "lexical_title") == [of_passages[0], 0.0, 0.0]
    assert signals_of(found, "lexical_body") == [of_passages[1], 0.0, 0.0]
    assert signals_of(found, "lexical_phrasing") == [0.0, of_passages[3], 0.0]
    assert min(of_passages[0], of_passages[1], of_passages[3]) > 0


def test_query_length_is_the_logarithm_of_its_words() -> None:
    assert signals_of(gather("eld eld knark"), "query_length") == pytest.approx([log10(3)] * 3)


def test_relative_signals_are_shares_of_the_best_candidates() -> None:
    found = gather("eld och knark")
    for name in TEXT_SIGNALS:
        absolute = signals_of(found, name)
        assert signals_of(found, f"relative_{name}") == pytest.approx([s / (max(absolute) or 1) for s in absolute])
    assert max(signals_of(found, "relative_lexical")) == 1.0


# Two problem areas: a is for the first, b for the second and half for the first, c for none.
WEIGHTS = np.array([[1, 0], [0.5, 1], [0, 0]], np.float32)
AREAS = AreaMatching(np.array([0.2, 0.6]), WEIGHTS)


def test_areas_tell_how_far_the_querys_areas_are_the_documents() -> None:
    assert signals_of(gather("eld", AREAS), "areas") == pytest.approx([1 * 0.2, 0.5 * 0.2 + 1 * 0.6, 0.0])
    assert signals_of(gather("eld"), "areas") == [0.0, 0.0, 0.0]


def test_feedback_tells_how_far_the_areas_of_the_most_promising_documents_are_the_documents() -> None:
    found = gather("eld", AREAS)
    mix = DEFAULT_OPTIONS.feedback_mix.items()
    promise = np.sum([np.array(signals_of(found, name)) * weight for name, weight in mix], axis=0)
    votes = np.exp(DEFAULT_OPTIONS.feedback_sharpness * (promise - promise.max()))
    votes[votes < DEFAULT_OPTIONS.feedback_floor] = 0
    of_areas = votes @ WEIGHTS / sum(votes)
    assert votes[2] == 0  # c has nothing of the query, so that it has no say
    expected = [1 * of_areas[0], 0.5 * of_areas[0] + 1 * of_areas[1], 0.0]
    assert signals_of(found, "feedback") == pytest.approx(expected)
    assert signals_of(gather("eld"), "feedback") == [0.0, 0.0, 0.0]


def test_without_sharpness_all_documents_vote_alike() -> None:
    found = gather("eld", AREAS, replace(DEFAULT_OPTIONS, feedback_sharpness=0.0))
    of_areas = [(1 + 0.5 + 0) / 3, (0 + 1 + 0) / 3]
    assert signals_of(found, "feedback") == pytest.approx([of_areas[0], 0.5 * of_areas[0] + of_areas[1], 0.0])


def test_an_empty_collection_has_no_signals() -> None:
    query, empty = analyse_query("eld", EMBEDDER), index_passages()
    candidates = find_candidates(empty, query, None, DEFAULT_OPTIONS)
    areas = AreaMatching(np.ones(2), np.zeros((0, 2), np.float32))
    assert gather_signals(empty, query, candidates, areas, DEFAULT_OPTIONS).shape == (0, len(SIGNALS))
