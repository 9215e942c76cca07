"""Signals to relevance, and the reciprocal ranks that are its baseline."""

from math import exp

import numpy as np
import pytest

from kb.search.fusion import Fusion, fuse_reciprocal_ranks, load_fusion
from kb.search.signals import SIGNALS
from kb.snapshot.snapshot import COLLECTIONS


def signals_of(**values: float) -> list[float]:
    return [values.get(name, 0.0) for name in SIGNALS]


def test_relevance_is_the_logistic_of_the_weighed_signals() -> None:
    fusion = Fusion(np.array(signals_of(lexical=2.0, areas=-1.0)), intercept=0.5, threshold=0.1)
    signals = np.array([signals_of(lexical=0.5, areas=0.25), signals_of(cosine_body=1.0)], np.float32)
    expected = [1 / (1 + exp(-(2.0 * 0.5 - 1.0 * 0.25 + 0.5))), 1 / (1 + exp(-0.5))]
    assert fusion.relevance(signals) == pytest.approx(expected)


def test_parts_tell_what_each_signal_adds() -> None:
    fusion = Fusion(np.array(signals_of(lexical=2.0, areas=-1.0)), intercept=0.5, threshold=0.1)
    parts = fusion.parts(np.array(signals_of(lexical=0.5, areas=0.25), np.float32))
    assert {name: part for name, part in parts.items() if part} == {"lexical": 2.0 * 0.5, "areas": -1.0 * 0.25}


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_collection_has_coefficients_and_a_threshold_that_can_be_reached(collection: str) -> None:
    fusion = load_fusion(collection)
    assert fusion.weights.shape == (len(SIGNALS),)
    assert np.isfinite(fusion.weights).all()
    assert 0 < fusion.threshold < 1


def test_reciprocal_ranks_are_summed_from_rank_1() -> None:
    scores = fuse_reciprocal_ranks([np.array([1, 2, 0]), np.array([0])], 4)
    assert scores == pytest.approx([1 / (60 + 3) + 1 / (60 + 1), 1 / (60 + 1), 1 / (60 + 2), 0.0])


def test_a_larger_k_narrows_the_lead_of_the_top_places() -> None:
    ranking = [np.array([0, 1])]
    assert fuse_reciprocal_ranks(ranking, 2, k=1) == pytest.approx([1 / (1 + 1), 1 / (1 + 2)])


def test_a_k_below_1_is_refused() -> None:
    with pytest.raises(ValueError, match="k 0 must be at least 1"):
        fuse_reciprocal_ranks([np.array([0])], 1, k=0)
