"""What tells the best documents apart gets the weight."""

import numpy as np

from kb.models.logistic_model import sigmoid
from training.fit_listwise import fit_listwise

CHANCE = np.random.default_rng(0)
QUERIES = [np.column_stack([CHANCE.random(8), CHANCE.random(8), np.zeros(8)]) for _ in range(40)]
BEST = [(rows[:, 0] == rows[:, 0].max()).astype(float) for rows in QUERIES]


def test_a_signal_that_names_the_best_outweighs_noise_and_one_that_never_varies_has_none() -> None:
    telling, noise, still, _ = fit_listwise(QUERIES, BEST, BEST)
    assert telling > 5 * abs(noise)
    assert still == 0


def test_scores_are_log_odds_of_the_labels() -> None:
    *weights, intercept = fit_listwise(QUERIES, BEST, BEST)
    told = sigmoid(np.concatenate(QUERIES) @ np.array(weights) + intercept)
    assert abs(told.mean() - np.concatenate(BEST).mean()) < 0.01


def test_the_size_of_the_gains_does_not_matter() -> None:
    assert np.allclose(fit_listwise(QUERIES, BEST, BEST), fit_listwise(QUERIES, [7 * b for b in BEST], BEST))
