"""The records beside the coefficients say what is in use and what it was measured at."""

import pytest

from kb.models.training_record import read_fusion_record, read_refusal_record
from kb.search.answerability import load_answerability
from kb.search.fusion import load_fusion


@pytest.mark.parametrize("collection", ["guidance", "problem-areas", "experts"])
def test_a_record_has_the_weights_and_threshold_in_use(collection: str) -> None:
    record, fusion = read_fusion_record(collection), load_fusion(collection)
    assert sum(record.weights.values()) == pytest.approx(fusion.weights.sum())
    assert (record.intercept, record.threshold) == (fusion.intercept, fusion.threshold)


@pytest.mark.parametrize("collection", ["guidance", "problem-areas", "experts"])
def test_a_fitted_model_is_better_than_always_telling_the_mean(collection: str) -> None:
    record = read_fusion_record(collection)
    assert 0 < record.brier < record.brier_of_mean < 0.25
    assert record.n_pairs > record.n_queries > 0


def test_refusals_are_counted_among_those_asked() -> None:
    record = read_refusal_record()
    assert 0 <= record.refused_with_answer < record.n_with_answer
    assert 0 < record.refused_without <= record.n_without
    assert record.threshold == load_answerability().threshold
