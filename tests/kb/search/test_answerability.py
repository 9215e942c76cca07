"""Whether there is an answer at all."""

from math import log

import numpy as np
import pytest

from kb.index.domain import fit_domain
from kb.models.models import load_models
from kb.search.answerability import Promise, find_promise
from kb.search.query import analyse_query
from kb.search.ranking import rank_documents
from kb.search.signals import SIGNALS
from tests.kb.models_by_hand import weigh
from tests.kb.search.three_documents import EMBEDDER, INDEX

QUERY = analyse_query("eld och knark", EMBEDDER)


def test_a_promise_is_of_the_best_document() -> None:
    ranking = rank_documents(INDEX, QUERY, weigh(intercept=log(0.2 / 0.8), cosine_body=1.0))
    promise = find_promise(QUERY, np.array([0.25, 0.5]), ranking, None)
    assert promise.relevance == pytest.approx(log(0.2 / 0.8) + 1.0)  # a's body has the very direction of the query
    assert promise.name == pytest.approx(float(ranking.signals[0, SIGNALS.index("lexical_title")]))
    assert (promise.areas, promise.shortness) == (0.25 + 0.5, 1 / 3)


def test_where_a_snapshot_has_no_domain_nothing_is_told_of_it() -> None:
    ranking = rank_documents(INDEX, QUERY, weigh())
    assert {"domain", "inside", "outside", "around_inside", "around_outside"}.isdisjoint(
        find_promise(QUERY, np.zeros(1), ranking, None).features
    )
    domain = fit_domain(EMBEDDER.embed_queries(["eld"]), EMBEDDER.embed_queries(["rån"]))
    assert find_promise(QUERY, np.zeros(1), ranking, domain).features["outside"] == pytest.approx(0.0)
    assert find_promise(QUERY, np.zeros(1), ranking, domain).features["inside"] > 0.5


def test_the_shipped_model_says_yes_to_what_fits_and_no_to_what_does_not() -> None:
    shipped = load_models().answerability
    fits = Promise(
        relevance=3.0,
        name=0.4,
        areas=1.5,
        shortness=0.2,
        domain=4.0,
        inside=0.9,
        outside=0.3,
        around_inside=0.8,
        around_outside=0.2,
    )
    other = Promise(
        relevance=-3.0,
        name=0.0,
        areas=0.1,
        shortness=0.2,
        domain=-4.0,
        inside=0.3,
        outside=0.9,
        around_inside=0.2,
        around_outside=0.8,
    )
    assert shipped.says_yes(fits.features)
    assert not shipped.says_yes(other.features)
