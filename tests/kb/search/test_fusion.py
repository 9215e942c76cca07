"""The reciprocal ranks that are the baseline of fusion."""

import numpy as np
import pytest

from kb.search.fusion import fuse_reciprocal_ranks


def test_reciprocal_ranks_are_summed_from_rank_1() -> None:
    scores = fuse_reciprocal_ranks([np.array([1, 2, 0]), np.array([0])], 4)
    assert scores == pytest.approx([1 / (60 + 3) + 1 / (60 + 1), 1 / (60 + 1), 1 / (60 + 2), 0.0])


def test_a_larger_k_narrows_the_lead_of_the_top_places() -> None:
    ranking = [np.array([0, 1])]
    assert fuse_reciprocal_ranks(ranking, 2, k=1) == pytest.approx([1 / (1 + 1), 1 / (1 + 2)])


def test_a_k_below_1_is_refused() -> None:
    with pytest.raises(ValueError, match="k 0 must be at least 1"):
        fuse_reciprocal_ranks([np.array([0])], 1, k=0)
