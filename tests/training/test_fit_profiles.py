"""How well profiles are ranked, worked by hand."""

from math import log2

import numpy as np

from training.fit_profiles import measure

SCORES = np.array([[0.9, 0.1], [0.6, 0.4], [0.2, 0.3]])
ANSWERS = np.array([0, 1, 1])


def test_ranks_and_comparability_are_measured() -> None:
    # ranks 1, 2, 1; profile 0 scores its own 0.9 above 0.6 and 0.2; profile 1 its own 0.4 and 0.3 above 0.1
    assert measure(SCORES, ANSWERS) == {
        "ndcg@10": round((1 + 1 / log2(3) + 1) / 3, 4),
        "mrr": round(2.5 / 3, 4),
        "auc": 1.0,
    }


def test_scores_that_are_not_comparable_between_queries_show_in_the_area_under_the_curve() -> None:
    # every query ranks its own first; yet profile 0 scores 0.5 on its own and 0.6 on another's
    figures = measure(np.array([[0.5, 0.1], [0.6, 0.9]]), np.array([0, 1]))
    assert (figures["mrr"], figures["auc"]) == (1.0, (0 + 1) / 2)
