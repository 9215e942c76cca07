"""Whether there is an answer at all."""

from math import exp

import pytest

from kb.search.answerability import Answerability, Promise, load_answerability

MODEL = Answerability(
    {"relevance": 0.5, "areas": 2.0, "domain": 0.25}, -1.0, threshold=0.5, defaults={"domain": 3.0, "outside": 0.5}
)


def promise(relevance: float, areas: float, domain: float | None) -> Promise:
    return Promise(
        relevance=relevance,
        name=0.0,
        areas=areas,
        shortness=0.0,
        domain=domain,
        outside=None if domain is None else 0.5,
    )


def test_the_probability_is_the_logistic_of_the_weighed_values() -> None:
    log_odds = -1.0 + 0.5 * 1.2 + 2.0 * 0.4 + 0.25 * -2.0
    assert MODEL.probability(promise(1.2, 0.4, -2.0)) == pytest.approx(1 / (1 + exp(-log_odds)))


def test_where_a_snapshot_has_no_domain_its_usual_value_stands_in() -> None:
    assert MODEL.probability(promise(1.2, 0.4, None)) == MODEL.probability(promise(1.2, 0.4, 3.0))


def test_the_threshold_itself_is_enough() -> None:
    assert MODEL.is_answerable(promise(2.0, 0.0, 0.0))  # -1 + 0.5 x 2 = 0, a probability of 1/2
    assert not MODEL.is_answerable(promise(1.99, 0.0, 0.0))


def test_the_shipped_model_says_yes_to_what_fits_and_no_to_what_does_not() -> None:
    shipped = load_answerability()
    assert shipped.is_answerable(Promise(relevance=3.0, name=0.4, areas=1.5, shortness=0.2, domain=4.0, outside=0.3))
    assert not shipped.is_answerable(
        Promise(relevance=-3.0, name=0.0, areas=0.1, shortness=0.2, domain=-4.0, outside=0.9)
    )
