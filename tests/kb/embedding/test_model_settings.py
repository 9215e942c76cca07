"""What a folder says of how its model is used."""

import json
from pathlib import Path

import pytest

from kb.embedding.model_settings import CONFIG, read_dim, read_prompts, write_settings
from kb.errors import ModelUnusable


def test_a_folder_that_says_nothing_has_no_prompts_and_keeps_all_numbers(tmp_path: Path) -> None:
    assert (read_prompts(tmp_path), read_dim(tmp_path)) == (("", "", ""), None)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write_settings(tmp_path, {"query": "query: "}, 3)
    assert (read_prompts(tmp_path), read_dim(tmp_path)) == (("query: ", "", ""), 3)


def test_prompts_that_are_not_given_leave_the_models_own(tmp_path: Path) -> None:
    write_settings(tmp_path, {"query": "query: ", "document": "passage: "}, None)
    write_settings(tmp_path, {"query": "fråga: ", "document": ""}, None)
    settings = json.loads((tmp_path / CONFIG).read_text(encoding="utf-8"))
    assert settings == {"prompts": {"query": "fråga: ", "document": "passage: "}}


@pytest.mark.parametrize("dim", ['"all"', "0", "2.5"])
def test_a_damaged_size_is_told(tmp_path: Path, dim: str) -> None:
    (tmp_path / CONFIG).write_text(f'{{"truncate_dim": {dim}}}')
    with pytest.raises(ModelUnusable, match=r"truncate_dim .+ must be a whole number above 0; mend it"):
        read_dim(tmp_path)


@pytest.mark.parametrize("text", ["{", "[1]"])
def test_a_damaged_file_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / CONFIG).write_text(text)
    with pytest.raises(ModelUnusable, match="not a model's settings"):
        read_prompts(tmp_path)
