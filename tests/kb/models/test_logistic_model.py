"""Named weights to a probability, worked by hand."""

from math import exp

import numpy as np
import pytest

from kb.models.logistic_model import LogisticModel

MODEL = LogisticModel(
    weights={"words": 2.0, "areas": -1.0, "domain": 0.25}, intercept=0.5, threshold=0.5, defaults={"domain": 3.0}
)
ROWS = np.array([[0.5, 0.25, 0.0], [0.0, 0.0, 1.0]], np.float32)


def test_a_probability_is_the_logistic_of_the_weighed_features() -> None:
    log_odds = 0.5 + 2.0 * 0.1 - 1.0 * 0.4 + 0.25 * -2.0
    assert MODEL.probability({"words": 0.1, "areas": 0.4, "domain": -2.0}) == pytest.approx(1 / (1 + exp(-log_odds)))


def test_a_default_stands_in_for_what_is_not_known() -> None:
    some = {"words": 0.1, "areas": 0.4}
    assert MODEL.probability(some) == MODEL.probability({**some, "domain": 3.0})


def test_rows_of_features_have_the_probability_of_each() -> None:
    expected = [1 / (1 + exp(-(0.5 + 2.0 * 0.5 - 1.0 * 0.25))), 1 / (1 + exp(-(0.5 + 0.25)))]
    assert MODEL.probabilities(ROWS) == pytest.approx(expected)
    assert MODEL.probabilities(ROWS[None]) == pytest.approx(np.array([expected]))


def test_parts_tell_what_each_feature_adds() -> None:
    assert MODEL.parts(ROWS[0]) == {"words": 2.0 * 0.5, "areas": -1.0 * 0.25, "domain": 0.0}


def test_the_threshold_itself_is_a_yes() -> None:
    only = LogisticModel(weights={"words": 1.0}, intercept=-1.0, threshold=0.5)
    assert only.says_yes({"words": 1.0})  # log-odds 0, a probability of 1/2
    assert not only.says_yes({"words": 0.99})


def test_features_are_put_in_an_order_and_those_without_weight_have_0() -> None:
    assert list(MODEL.align(("areas", "length", "words", "domain")).weights.items()) == [
        ("areas", -1.0),
        ("length", 0.0),
        ("words", 2.0),
        ("domain", 0.25),
    ]
    assert "length" not in MODEL.align(("areas", "length", "words", "domain")).parts(np.ones(4, np.float32))


def test_a_weight_for_what_is_no_feature_is_refused() -> None:
    with pytest.raises(ValueError, match="domain: no such feature; there are areas, words"):
        MODEL.align(("areas", "words"))
