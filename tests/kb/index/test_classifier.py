"""What examples teach of documents: worked out where it can be, on two axes."""

import numpy as np
import pytest

from kb.index.classifier import Classifier, Lessons, fit_classifier
from tests.fakes.embedder import AxisEmbedder

EMBEDDER = AxisEmbedder("eld", "rån")


def _teach(
    queries: list[str], targets: list[list[float]], tempting: list[list[bool]] | None = None, weights: object = 1.0
) -> Classifier:
    shape = np.array(targets, np.float32)
    return fit_classifier(
        Lessons(
            vectors=EMBEDDER.embed_queries(queries),
            targets=shape,
            tempting=np.zeros(shape.shape, np.bool_) if tempting is None else np.array(tempting, np.bool_),
            weights=np.full(len(queries), weights, np.float32),
        )
    )


def _rate(classifier: Classifier, query: str) -> list[float]:
    return [float(value) for value in classifier.rate(EMBEDDER.embed_queries([query])[0])]


def test_the_document_of_the_examples_comes_first_and_is_rated_1() -> None:
    classifier = _teach(["eld", "rån"], [[1, 0], [0, 1]])
    assert _rate(classifier, "eld")[0] == 1.0
    assert 0 <= _rate(classifier, "eld")[1] < 1.0
    assert _rate(classifier, "rån")[1] == 1.0


def test_a_query_of_two_matters_is_for_both() -> None:
    both = _rate(_teach(["eld", "rån"], [[1, 0], [0, 1]]), "eld och rån")
    assert both[0] == pytest.approx(both[1], abs=1e-3)


def test_a_higher_target_comes_before_a_lower_and_that_before_none() -> None:
    first, second, third = _rate(_teach(["eld"], [[7, 1, 0]]), "eld")
    assert first > second > third


def test_what_tempts_lies_further_behind_than_what_does_not() -> None:
    _, tempting, other = _teach(["eld"], [[1, 0, 0]], [[False, True, False]]).weights[0]
    assert tempting < other < 0


def test_the_scale_of_a_row_and_of_all_weights_does_not_matter() -> None:
    one = _teach(["eld", "rån"], [[1, 0], [0, 1]])
    other = _teach(["eld", "rån"], [[7, 0], [0, 3]], weights=5.0)
    assert np.allclose(one.weights, other.weights, atol=1e-5)


def test_no_document_is_rated_as_no_document() -> None:
    assert Classifier(np.zeros((2, 0), np.float32)).rate(EMBEDDER.embed_queries(["eld"])[0]).shape == (0,)
