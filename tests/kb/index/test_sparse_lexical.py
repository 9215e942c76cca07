"""BM25 as a share of what the query could score at most."""

from math import log, sqrt
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.index.lexical_index import LexicalOptions
from kb.index.sparse_lexical import SparseLexicalIndex

# Two texts of 2 and 4 features, 3 in the mean; k1 is 1 and b 0.9.
TEXTS = [{"a": 1, "b": 1}, {"a": 3, "c": 1}]
IDF_OF_BOTH = log(1 + (2 - 2 + 0.5) / (2 + 0.5))
IDF_OF_ONE = log(1 + (2 - 1 + 0.5) / (1 + 0.5))
SHORT = 1.0 * (1 - 0.9 + 0.9 * 2 / 3)
LONG = 1.0 * (1 - 0.9 + 0.9 * 4 / 3)


def test_the_score_is_bm25_by_its_ceiling() -> None:
    won_by_first = IDF_OF_BOTH * 1 * (1 + 1) / (1 + SHORT) + IDF_OF_ONE * 1 * (1 + 1) / (1 + SHORT)
    won_by_second = IDF_OF_BOTH * 3 * (1 + 1) / (3 + LONG)
    most = (IDF_OF_BOTH + IDF_OF_ONE) * (1 + 1)
    scores = SparseLexicalIndex.build(TEXTS).score({"a": 1.0, "b": 1.0})
    assert scores == pytest.approx([won_by_first / most, won_by_second / most])


def test_a_feature_of_the_query_counts_by_its_weight() -> None:
    won = 0.5 * IDF_OF_BOTH * 3 * (1 + 1) / (3 + LONG) + 2.0 * IDF_OF_ONE * 1 * (1 + 1) / (1 + LONG)
    most = (0.5 * IDF_OF_BOTH + 2.0 * IDF_OF_ONE) * (1 + 1)
    assert SparseLexicalIndex.build(TEXTS).score({"a": 0.5, "c": 2.0})[1] == pytest.approx(won / most)


def test_texts_are_compared_by_the_cosine_of_their_weights() -> None:
    a_in_first, b_in_first = IDF_OF_BOTH * 1 * 2 / (1 + SHORT), IDF_OF_ONE * 1 * 2 / (1 + SHORT)
    a_in_second, c_in_second = IDF_OF_BOTH * 3 * 2 / (3 + LONG), IDF_OF_ONE * 1 * 2 / (1 + LONG)
    shared = a_in_first * a_in_second / sqrt((a_in_first**2 + b_in_first**2) * (a_in_second**2 + c_in_second**2))
    assert SparseLexicalIndex.build(TEXTS).compare(0) == pytest.approx([1, shared])


def test_a_text_without_features_is_like_none() -> None:
    assert SparseLexicalIndex.build([{"a": 1}, {}]).compare(1).tolist() == [0, 0]


def test_an_unknown_feature_counts_in_the_ceiling_as_the_rarest() -> None:
    won = IDF_OF_ONE * 1 * (1 + 1) / (1 + SHORT)
    most = (IDF_OF_ONE + IDF_OF_ONE) * (1 + 1)
    assert SparseLexicalIndex.build(TEXTS).score({"b": 1.0, "unknown": 1.0})[0] == pytest.approx(won / most)


def test_given_texts_have_the_scores_that_they_have_among_all() -> None:
    index, query = SparseLexicalIndex.build(TEXTS), {"a": 1.0, "c": 0.5}
    assert index.score(query, np.array([1])).tolist() == index.score(query)[1:].tolist()
    assert index.score(query, np.array([], np.int64)).tolist() == []


def test_the_texts_that_score_highest_are_found() -> None:
    index = SparseLexicalIndex.build([*TEXTS, {"b": 5}, {}])
    assert set(index.search({"a": 1.0}, 1).tolist()) == {1}
    assert set(index.search({"a": 1.0}, 10).tolist()) == {0, 1}  # none of those that score 0
    assert index.search({"a": 1.0}, 0).tolist() == []
    assert SparseLexicalIndex.build([]).search({"a": 1.0}, 3).tolist() == []


def test_the_best_of_many_texts_are_found_as_by_comparing_all() -> None:
    """Enough texts to be looked through by blocks, the last of which is not full."""
    texts = [{"a": 1 + i * 8 % 1001} for i in range(1000)]
    index = SparseLexicalIndex.build(texts)
    best = np.argsort(-index.score({"a": 1.0}))[:3]
    assert set(index.search({"a": 1.0}, 3).tolist()) == set(best.tolist())


def test_of_many_texts_none_is_found_that_scores_0() -> None:
    index = SparseLexicalIndex.build([{"a": 1} if i in (5, 900) else {"b": 1} for i in range(1000)])
    assert set(index.search({"a": 1.0}, 3).tolist()) == {5, 900}
    assert len(index.search({"b": 1.0}, 3)) == 3  # of many that score alike


def test_a_filter_acts_inside_the_search() -> None:
    index = SparseLexicalIndex.build(TEXTS)
    assert index.search({"a": 1.0}, 1, np.array([True, False])).tolist() == [0]


def test_a_query_that_no_text_has_a_feature_of_scores_0() -> None:
    index = SparseLexicalIndex.build(TEXTS)
    assert index.score({"unknown": 1.0}).tolist() == [0.0, 0.0]
    assert index.score({}).tolist() == [0.0, 0.0]


def test_k1_of_0_counts_presence_alone_and_b_of_0_takes_no_notice_of_length() -> None:
    assert SparseLexicalIndex.build(TEXTS, LexicalOptions(k1=0, b=0.9)).score({"a": 1.0}).tolist() == [1.0, 1.0]
    # with b 0 the discount is k1 in both texts: 1 / (1 + 1) and 3 / (3 + 1)
    assert SparseLexicalIndex.build(TEXTS, LexicalOptions(k1=1, b=0)).score({"a": 1.0}) == pytest.approx(
        [1 / (1 + 1), 3 / (3 + 1)]
    )


@pytest.mark.parametrize(("k1", "b"), [(-0.1, 0.5), (1.0, -0.1), (1.0, 1.1)])
def test_parameters_out_of_range_are_refused(k1: float, b: float) -> None:
    with pytest.raises(ValueError, match=r"k1 .+ must be at least 0 and b"):
        LexicalOptions(k1=k1, b=b)


COUNTS = st.dictionaries(st.sampled_from("abcdef"), st.floats(0.5, 50), max_size=6)


@given(st.lists(COUNTS, max_size=6), st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.01, 10)))
def test_the_score_is_a_share(texts: list[dict[str, float]], query: dict[str, float]) -> None:
    scores = SparseLexicalIndex.build(texts).score(query)
    assert scores.shape == (len(texts),)
    assert np.all((scores >= 0) & (scores <= 1))


def test_a_rare_feature_is_worth_more_than_a_common_one() -> None:
    index = SparseLexicalIndex.build([{"a": 1, "b": 1}, {"a": 1}, {"a": 1}])
    assert index.idf_share("unknown") == 1.0
    assert index.idf_share("b") == pytest.approx(1.0)
    assert index.idf_share("a") == pytest.approx(log(1 + 0.5 / 3.5) / log(1 + 2.5 / 1.5))


def test_a_saved_index_scores_the_same(tmp_path: Path) -> None:
    index = SparseLexicalIndex.build([*TEXTS, {"å": 2.5}])
    index.save(tmp_path / "lexical")
    loaded = SparseLexicalIndex.load(tmp_path / "lexical")
    query = {"a": 1.0, "å": 0.5, "unknown": 1.0}
    assert loaded.score(query).tolist() == index.score(query).tolist()
    assert (loaded.n_texts, loaded.vocabulary) == (3, index.vocabulary)
