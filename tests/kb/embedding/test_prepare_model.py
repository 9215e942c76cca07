"""A model made ready: prompts and size stand in its folder, and another setting is another model."""

from pathlib import Path

import numpy as np
import pytest

from kb.embedding.load import load_embedder
from kb.embedding.prepare_model import prepare_model
from kb.errors import ModelUnusable
from tests.kb.embedding.tiny_models import save_bert, save_static_and_dense

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def bert(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_bert(tmp_path_factory.mktemp("sources") / "tiny-bert")


def test_given_prompts_replace_the_models_own(bert: Path, tmp_path: Path) -> None:
    prepare_model(str(bert), tmp_path / "same", query_prompt="text: ")
    prepared, plain = load_embedder(tmp_path / "same"), load_embedder(bert)
    assert prepared.embed_queries(["eld"]) == pytest.approx(plain.embed_passages(["eld"]))
    assert prepared.embed_passages(["eld"]) == pytest.approx(plain.embed_passages(["eld"]))


def test_vectors_are_cut_to_the_size_and_have_norm_1(bert: Path, tmp_path: Path) -> None:
    prepare_model(str(bert), tmp_path / "cut", dim=3)
    whole, cut = load_embedder(bert).embed_queries(["eld"])[0], load_embedder(tmp_path / "cut")
    assert cut.dim == 3
    assert cut.embed_queries(["eld"])[0] == pytest.approx(whole[:3] / np.linalg.norm(whole[:3]), abs=1e-5)


def test_a_static_model_with_a_size_is_cut_too(tmp_path: Path) -> None:
    prepare_model(str(save_static_and_dense(tmp_path / "dense")), tmp_path / "cut", dim=1)
    assert load_embedder(tmp_path / "cut").embed_passages(["eld", "knark"]).tolist() == [[0.0], [1.0]]


def test_another_setting_is_another_model(bert: Path, tmp_path: Path) -> None:
    prepare_model(str(bert), tmp_path / "a" / "model")
    prepare_model(str(bert), tmp_path / "b" / "model", passage_prompt="passage: ")
    assert load_embedder(tmp_path / "a" / "model").model_id != load_embedder(tmp_path / "b" / "model").model_id


@pytest.mark.parametrize("dim", [0, 9])
def test_a_size_the_model_does_not_have_is_refused(dim: int, bert: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable, match=f"{dim} of its 8 numbers; choose 1 to 8"):
        prepare_model(str(bert), tmp_path / "cut", dim=dim)
    assert not (tmp_path / "cut").exists()


def test_a_folder_that_is_there_is_left_alone(bert: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    with pytest.raises(ModelUnusable, match="is there already"):
        prepare_model(str(bert), tmp_path / "mine")


def test_what_is_no_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ModelUnusable, match="no sentence-transformers model can be read"):
        prepare_model(str(tmp_path / "empty"), tmp_path / "out")
