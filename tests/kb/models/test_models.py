"""The shipped models are whole, and fit what they weigh."""

from pathlib import Path

import pytest

from kb.matching.rank_experts import SIGNALS as PROFILE_SIGNALS
from kb.models.models import COEFFICIENTS, LOGISTIC, UNIT_HEADS, load_models, name_file, read_model
from kb.search.signals import SIGNALS

MODELS = load_models()


@pytest.mark.parametrize("collection", ["guidance", "problem_areas", "experts"])
def test_every_collection_has_weights_of_signals_and_a_threshold_that_can_be_reached(collection: str) -> None:
    model = getattr(MODELS, collection)
    assert set(model.weights) <= set(SIGNALS)
    assert 0 < model.threshold < 1


def test_the_other_models_weigh_what_there_is() -> None:
    assert set(MODELS.text.weights) <= set(SIGNALS)
    assert tuple(MODELS.profiles.weights) == PROFILE_SIGNALS
    assert set(MODELS.answerability.defaults) == {"domain", "inside", "outside", "around_inside", "around_outside"}


def test_each_file_is_a_models(tmp_path: Path) -> None:
    assert {path.name for path in COEFFICIENTS.iterdir()} == {UNIT_HEADS, *(name_file(name).name for name in LOGISTIC)}
    (tmp_path / "problem-areas.json").write_text('{"weights": {"areas": 2.0}, "intercept": -1.0}', encoding="utf-8")
    assert read_model(name_file("problem_areas", tmp_path)).weights == {"areas": 2.0}
