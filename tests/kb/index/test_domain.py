"""Whether a text is about what the knowledge base is for."""

from pathlib import Path

import numpy as np
import pytest

from kb.index.domain import Domain, fit_domain, load_domain, save_domain
from kb.index.engines import build_vector_index
from tests.fakes.embedder import AxisEmbedder

SOME = build_vector_index(np.array([[1, 0, 0]], np.float32))
EMBEDDER = AxisEmbedder("knark", "bygglov", "kommun")


def test_a_text_is_rated_by_its_vector_and_an_intercept() -> None:
    domain = Domain(np.array([2.0, -3.0, 0.0, 0.5]), SOME, SOME)
    assert domain.rate(np.array([0.6, 0.8, 0.0], np.float32)) == pytest.approx(2.0 * 0.6 - 3.0 * 0.8 + 0.5)


def test_what_is_asked_inside_and_outside_is_told_apart_and_what_both_ask_says_nothing() -> None:
    inside = EMBEDDER.embed_queries(["knark", "knark i kommunen"])
    outside = EMBEDDER.embed_queries(["bygglov", "bygglov i kommunen"])
    domain = fit_domain(inside, outside)
    assert domain is not None
    knark, bygglov, kommun = (domain.rate(vector) for vector in EMBEDDER.embed_queries(["knark", "bygglov", "kommun"]))
    assert knark > 0.5 > -0.5 > bygglov
    assert kommun == pytest.approx(0.0, abs=0.05)


def test_the_two_sides_count_alike_however_many_they_are() -> None:
    one = EMBEDDER.embed_queries(["knark"])
    domain = fit_domain(np.repeat(one, 50, axis=0), EMBEDDER.embed_queries(["bygglov"]))
    assert domain is not None
    knark, bygglov = (domain.rate(vector) for vector in EMBEDDER.embed_queries(["knark", "bygglov"]))
    assert knark > 0 > bygglov


def test_without_texts_on_both_sides_there_is_no_domain() -> None:
    some, none = EMBEDDER.embed_queries(["knark"]), EMBEDDER.embed_queries([])
    assert fit_domain(some, none) is None
    assert fit_domain(none, some) is None


def test_the_nearest_queries_on_both_sides_are_told() -> None:
    domain = Domain(np.zeros(4), SOME, build_vector_index(EMBEDDER.embed_queries(["bygglov", "kommun"])))
    vector = np.array([0.6, 0.0, 0.8], np.float32)
    assert domain.find_near_outside(vector).nearest == pytest.approx(0.8)
    assert domain.find_near_inside(vector).nearest == pytest.approx(0.6)


def test_a_saved_domain_rates_the_same(tmp_path: Path) -> None:
    near, far = (build_vector_index(np.array([row], np.float32)) for row in ([0.0, 1.0], [0.6, 0.8]))
    domain = Domain(np.array([2.0, -3.0, 0.5]), near, far)
    assert load_domain(tmp_path) is None
    save_domain(domain, tmp_path)
    loaded = load_domain(tmp_path)
    assert loaded is not None
    vector = np.array([0, 1], np.float32)
    assert loaded.rate(vector) == domain.rate(vector)
    assert loaded.find_near_outside(vector).nearest == domain.find_near_outside(vector).nearest == pytest.approx(0.8)
    assert loaded.find_near_inside(vector).nearest == pytest.approx(1.0)
