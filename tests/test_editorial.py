"""The editors' page tells of every field and word, and its worked example holds."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from indexer.checks.wording.asked_as import COUNTS
from indexer.checks.wording.boilerplate import MIN_WORDS
from indexer.checks.wording.readability import LIX_BAND
from indexer.content import front_matter
from kb import vocabulary

Run = Callable[..., tuple[int, str, str]]
ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "editorial.md").read_text(encoding="utf-8")
EXAMPLE = "guidance/oppna-graffitivaggar.md"
QUESTION = "ungdomarna tjatar om en mur att spreja på"


MODELS = [m for m in vars(front_matter).values() if isinstance(m, type) and issubclass(m, BaseModel)]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_told(model: type[BaseModel]) -> None:
    names = [field.alias or name for name, field in model.model_fields.items()]
    assert [name for name in names if f"`{name}`" not in PAGE and f"  {name}:" not in PAGE] == []


@pytest.mark.parametrize("name", [name for name, value in vars(vocabulary).items() if get_args(value)])
def test_every_word_of_a_closed_list_is_told(name: str) -> None:
    assert [word for word in get_args(getattr(vocabulary, name)) if f"`{word}`" not in PAGE] == []


def test_every_heading_is_told() -> None:
    headings = (*vocabulary.GUIDANCE_HEADINGS, *vocabulary.AREA_HEADINGS, *vocabulary.EXPERT_HEADINGS)
    assert [heading for heading in headings if heading not in PAGE] == []


def test_the_bounds_of_the_editorial_rules_are_the_programs() -> None:
    assert f"LIX mellan {LIX_BAND[0]:.0f} och {LIX_BAND[1]:.0f}" in PAGE
    assert f"minst {MIN_WORDS} ord" in PAGE
    swedish, english = COUNTS["sv"], COUNTS["en"]
    assert f"{swedish[0]}–{swedish[1]} på svenska, {english[0]}–{english[1]} på engelska" in PAGE


@pytest.mark.slow
def test_the_worked_example_passes_the_editorial_rules(run: Run, tmp_path: Path) -> None:
    content = _with_example(tmp_path)
    code, faults, _ = run("check", "--strict", "--content", content)
    assert [line for line in faults.split("\n") if EXAMPLE in line] == []
    assert code in {0, 1}


@pytest.mark.timeout(900)  # it builds an index of all the content, with the vectors of one that is there
@pytest.mark.slow
@pytest.mark.usefixtures("on_the_day_of_the_content")
def test_the_worked_example_is_found_first(run: Run, snapshots: Path, tmp_path: Path) -> None:
    content, folder = _with_example(tmp_path), shutil.copytree(snapshots, tmp_path / "snapshots", symlinks=True)
    assert run("index", "--content", content, "--snapshots", folder)[0] == 0
    _, found, _ = run("search", QUESTION, "-n", "1", "--snapshots", folder)
    assert QUESTION in PAGE
    assert "1. Öppna graffitiväggar  [oppna-graffitivaggar]" in found


def _with_example(folder: Path) -> Path:
    """A copy of the shipped content with the page's example in its place."""
    content = folder / "content"
    shutil.copytree(ROOT / "content", content)
    example = re.search(r"^````markdown\n(.*?)^````$", PAGE, re.MULTILINE | re.DOTALL)
    assert example is not None
    (content / EXAMPLE).write_text(example[1], encoding="utf-8")
    return content
