"""Measures of one ranking, worked by hand."""

from math import log2

import pytest

from kb.evaluation.metrics import count_avoided, ndcg, recall, reciprocal_rank, success

GRADES = {"a": 3, "b": 1, "c": 2}


def test_ndcg_is_the_gain_won_by_the_ideal_gain() -> None:
    ideal = 7 / log2(2) + 3 / log2(3) + 1 / log2(4)
    assert ndcg(["b", "x", "a"], GRADES) == pytest.approx((1 / log2(2) + 7 / log2(4)) / ideal)


def test_ndcg_of_the_ideal_order_is_1() -> None:
    assert ndcg(["a", "c", "b", "x"], GRADES) == 1.0


def test_ndcg_looks_no_deeper_than_its_depth_and_nor_does_its_ideal() -> None:
    assert ndcg(["c", "a"], GRADES, depth=1) == pytest.approx(3 / 7)


def test_ndcg_is_0_when_nothing_is_relevant() -> None:
    assert ndcg(["a"], {}) == 0.0
    assert ndcg([], GRADES) == 0.0


def test_success_asks_for_a_grade_of_2_among_the_first_3() -> None:
    assert success(["b", "x", "c"], GRADES) == 1.0
    assert success(["b", "x", "y", "c"], GRADES) == 0.0
    assert success(["b"], GRADES) == 0.0


def test_recall_is_the_share_of_the_relevant_that_were_found() -> None:
    assert recall(["a", "x", "b"], GRADES) == pytest.approx(2 / 3)
    assert recall(["x", "a"], GRADES, depth=1) == 0.0
    assert recall(["a"], {"a": 1, "b": 0}) == 1.0
    assert recall(["a"], {}) == 0.0


def test_reciprocal_rank_is_that_of_the_first_relevant() -> None:
    assert reciprocal_rank(["x", "y", "b", "a"], GRADES) == pytest.approx(1 / 3)
    assert reciprocal_rank(["x", "a"], GRADES, depth=1) == 0.0


def test_avoided_documents_are_counted_among_the_first_5() -> None:
    assert count_avoided(["x", "a", "b", "y", "z", "c"], ["a", "c", "x"]) == 2
