"""`kb gaps`: the same counts as text, JSON and Markdown."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.publish import publish
from kb.embedding.embedder import Embedder
from tests.content_folder import write_content
from tests.root import ROOT

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def small(tmp_path: Path, embedder: Embedder) -> Path:
    """Snapshots of the small content folder: two areas, three methods of which one is advised against, one expert."""
    folder = write_content(tmp_path / "content")
    publish(folder.read(), embedder, tmp_path / "snapshots", lambda *_: None)
    return tmp_path / "snapshots"


def test_the_document_of_gaps_is_what_the_command_prints_of_the_shipped_content(run: Run, snapshots: Path) -> None:
    code, markdown, _ = run("gaps", "--markdown", "--snapshots", snapshots)
    assert code == 0
    met = (ROOT / "docs" / "gaps.md").read_text(encoding="utf-8")
    assert met == markdown, "run kb index, then kb gaps --markdown > docs/gaps.md"


def test_the_table_tells_what_an_area_lacks(run: Run, small: Path) -> None:
    code, text, _ = run("gaps", "--snapshots", small)
    assert code == 0
    lines = [" ".join(line.split()) for line in text.split("\n")]
    assert "klotter 1 method; none god or stark; 1 expert" in lines
    assert "narkotika 1 method; no experts" in lines
    assert "klotter - - - - 1 + 0 1 + 0 - - -" in lines
    assert "narkotika - 1 + 0 - - - 1 + 0 1 - -" in lines
    assert "klotter 1 - 0 of 2" in lines
    assert "klotter all 2" in lines


def test_counties_with_an_expert_are_named_when_they_are_the_fewer(
    run: Run, tmp_path: Path, embedder: Embedder
) -> None:
    folder = write_content(tmp_path / "content")
    folder.change("experts/radgivare.md", "counties: hela landet", 'counties:\n  - "12"')
    register = folder.text("registers/municipalities.csv")
    folder.add("registers/municipalities.csv", register + "0180,Stockholm,Stockholms stad,01,Stockholms län,S,1,2024\n")
    publish(folder.read(), embedder, tmp_path / "snapshots", lambda *_: None)
    _, text, _ = run("gaps", "--snapshots", tmp_path / "snapshots")
    lines = [" ".join(line.split()) for line in text.split("\n")]
    assert "klotter all but Skåne län" in lines
    assert "12 Skåne län 1 1" in lines
    assert "14 Västra Götalands län - -" in lines


def test_json_has_the_counts(run: Run, small: Path) -> None:
    _, text, _ = run("gaps", "--json", "--snapshots", small)
    gaps = json.loads(text)
    klotter = gaps["areas"][0]
    assert (klotter["slug"], klotter["primary"]["oklar"], klotter["n_nationwide"]) == ("klotter", 1, 1)
    assert klotter["shortages"] == ["few_methods", "none_well_supported", "few_experts"]
    assert [county["code"] for county in gaps["counties"]] == ["12", "14"]
    assert gaps["n_nationwide"] == 1


def test_json_and_markdown_together_are_refused(run: Run, small: Path) -> None:
    code, text, error = run("gaps", "--json", "--markdown", "--snapshots", small)
    assert (code, text) == (2, "")
    assert "choose one" in error


def test_without_a_snapshot_the_way_out_is_told(run: Run, tmp_path: Path) -> None:
    code, _, error = run("gaps", "--snapshots", tmp_path)
    assert code == 1
    assert "kb index" in error
