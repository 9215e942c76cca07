"""From content to match on the shipped content."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kb.search.searcher import Searcher

Run = Callable[..., tuple[int, str, str]]


def test_a_described_problem_gets_methods_and_experts(run: Run, snapshots: Path, tmp_path: Path) -> None:
    description = tmp_path / "lagesbild.md"
    description.write_text("Äldre personer luras på pengar i telefon av någon som säger sig ringa från banken.")
    code, out, _ = run("match", description, "--snapshots", snapshots, "--municipality", "Borås")
    assert code == 0
    assert "bedragerier-mot-aldre" in out
    assert "fråga om tid" in out.lower()


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("ungar som kör epa på torget", "a-traktorer-och-buskorning"),
        ("Någon tänder eld på papperskorgar och containrar vid skolan", "anlagda-brander"),
        ("elderly people are tricked on the phone", "bedragerier-mot-aldre"),
    ],
)
def test_the_right_method_is_among_the_first_three(searcher: Searcher, query: str, wanted: str) -> None:
    assert wanted in [hit.document.slug for hit in searcher.search_guidance(query, n=3).hits]
