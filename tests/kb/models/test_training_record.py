"""The records beside the weights tell what the models were measured at."""

import pytest

from kb.models.models import load_models
from kb.models.training_record import tell_refusal_training, tell_relevance_training

MODELS = load_models()


@pytest.mark.parametrize("collection", ["guidance", "problem_areas", "experts"])
def test_a_fitted_model_is_better_than_always_telling_the_mean(collection: str) -> None:
    record = tell_relevance_training(getattr(MODELS, collection))
    assert 0 < record.brier < record.brier_of_mean < 0.25
    assert record.n_pairs > record.n_queries > 0


def test_refusals_are_counted_among_those_asked() -> None:
    record = tell_refusal_training(MODELS.answerability)
    assert 0 <= record.refused_with_answer < record.n_with_answer
    assert 0 < record.refused_without <= record.n_without
