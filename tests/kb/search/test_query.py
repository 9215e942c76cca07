"""A query, analysed."""

from math import log, sqrt

import numpy as np
import pytest

from kb.errors import QueryRejected
from kb.search.query import MAX_QUERY_CHARS, analyse_query, weigh_features
from kb.text.spelling import make_speller
from tests.fakes.embedder import AxisEmbedder

EMBEDDER = AxisEmbedder("eld", "knark")


def test_a_query_has_its_words_features_and_vector() -> None:
    query = analyse_query("Knark!", EMBEDDER)
    assert (query.text, query.words) == ("Knark!", ("knark",))
    assert query.features == {"=knark": 1.0, "knar": 0.5, "nark": 0.5}
    assert query.vector.tolist() == [0.0, 1.0]
    assert query.make_highlighter().find("Knarket") == ((0, 7),)
    assert query.suggestion is None


def test_a_misspelt_query_is_read_both_ways_and_told() -> None:
    query = analyse_query("Knrak eld", EMBEDDER, make_speller({"knark": 1, "eld": 1, "rån": 1}))
    assert (query.suggestion, query.words) == ("knark eld", ("knrak", "eld"))
    assert {"=knrak", "=knark"} <= set(query.features)
    # as typed only eld is known, as mended both: the mean of (1, 0) and (1, 1) / sqrt(2), scaled to norm 1
    mean = np.array([1 + 1 / sqrt(2), 1 / sqrt(2)])
    assert query.vector == pytest.approx(mean / np.linalg.norm(mean))
    assert query.make_highlighter().find("knark") == ((0, 5),)


def test_missing_dots_leave_no_doubt_of_what_is_meant() -> None:
    embedder = AxisEmbedder("ran", "rån")
    query = analyse_query("ran", embedder, make_speller({"rån": 1}))
    assert (query.suggestion, query.vector.tolist()) == ("rån", [0.0, 1.0])
    assert analyse_query("rån", embedder, make_speller({"rån": 1})).suggestion is None


def test_a_repetition_counts_by_its_logarithm() -> None:
    assert weigh_features("eld eld eld") == {"=eld": 1 + log(3)}


@pytest.mark.parametrize("text", ["", "  ", "?! – …"])
def test_a_query_without_a_word_is_rejected(text: str) -> None:
    with pytest.raises(QueryRejected, match="no word in it"):
        analyse_query(text, EMBEDDER)


def test_a_query_may_be_as_long_as_the_limit_and_no_longer() -> None:
    assert analyse_query("ett " * (MAX_QUERY_CHARS // 4), EMBEDDER).words
    with pytest.raises(QueryRejected, match="has 20001 characters; at most 20000"):
        analyse_query("a" * (MAX_QUERY_CHARS + 1), EMBEDDER)
