"""Which model a folder holds, and what happens when it holds none."""

import json
import shutil
from pathlib import Path

import pytest

from kb.embedding.load import DEFAULT_MODEL, load_embedder
from kb.errors import ModelUnusable


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the default model, to be broken."""
    return Path(shutil.copytree(DEFAULT_MODEL, tmp_path / "copied"))


def test_a_copied_default_model_has_its_own_name_and_the_same_weights(copied: Path) -> None:
    default, copy = load_embedder(), load_embedder(copied)
    assert copy.model_id == default.model_id.replace("till-handling-sv@", "copied@")
    assert copy.embed_queries(["knark"]).tolist() == default.embed_queries(["knark"]).tolist()


def test_a_folder_that_is_not_there_is_unusable(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable, match="no such folder; name a local sentence-transformers model folder"):
        load_embedder(tmp_path / "nowhere")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"")
    with pytest.raises(ModelUnusable, match="no such folder"):
        load_embedder(tmp_path / "model.safetensors")


@pytest.mark.slow
def test_an_empty_folder_holds_no_model(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable, match="no sentence-transformers model can be read here"):
        load_embedder(tmp_path)


@pytest.mark.parametrize(
    ("name", "fault"), [("model.onnx", "broken"), ("tokenizer.json", "broken"), ("tokenizer.json", "missing")]
)
def test_an_encoder_without_its_parts_is_unusable(copied: Path, name: str, fault: str) -> None:
    (copied / name).unlink()
    if fault == "broken":
        (copied / name).write_text("not a model", encoding="utf-8")
    with pytest.raises(ModelUnusable, match=f"{copied}: no encoder can be read here"):
        load_embedder(copied)


@pytest.mark.slow
def test_another_models_parts_that_are_missing_make_it_unusable(tmp_path: Path) -> None:
    modules = [{"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"}]
    (tmp_path / "modules.json").write_text(json.dumps(modules), encoding="utf-8")
    with pytest.raises(ModelUnusable, match=f"{tmp_path}: no sentence-transformers model can be read here"):
        load_embedder(tmp_path)
