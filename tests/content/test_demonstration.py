"""The made-up experts that ship: enough of them, and of every kind that a demonstration is to show."""

from collections import Counter

import pytest

from indexer.content.front_matter import Expert as ExpertModel
from indexer.content.load_documents import make_expert
from indexer.content.read_content import read_content
from kb.documents import Expert
from kb.matching.availability import find_availability
from kb.matching.period import choose_period
from tests.builders import TODAY
from tests.root import ROOT

AT_LEAST = 3


@pytest.fixture(scope="module")
def made_up() -> list[Expert]:
    content = read_content(ROOT / "content", TODAY, with_demo=True)
    return [
        make_expert(entry.model, entry.file, demo=True)
        for entry in content.of("experts")
        if entry.demo and isinstance(entry.model, ExpertModel)
    ]


def test_every_problem_area_and_theme_has_at_least_three(made_up: list[Expert]) -> None:
    counts = Counter(area for expert in made_up for area in expert.problem_areas)
    areas = [path.stem for path in (ROOT / "content" / "problem-areas").glob("*.md")]
    assert {area: counts[area] for area in areas if counts[area] < AT_LEAST} == {}


def test_some_are_free_some_are_busy_and_some_have_said_nothing(made_up: list[Expert]) -> None:
    found = [find_availability(expert, choose_period(None, None, TODAY), TODAY) for expert in made_up]
    assert any(availability.is_free for availability in found)
    assert any(availability.is_busy for availability in found)
    assert any(availability.unknown for availability in found)


def test_they_differ_in_reach_form_language_level_and_conflict(made_up: list[Expert]) -> None:
    assert len({county for expert in made_up for county in expert.counties}) >= 15
    assert {expert.formats for expert in made_up} >= {("digitalt",), ("på plats",), ("på plats", "digitalt")}
    assert any("en" in expert.languages for expert in made_up)
    assert len({method.level for expert in made_up for method in expert.methods}) == 3
    assert any(expert.conflict_municipalities for expert in made_up)
    assert any(expert.conflict_methods for expert in made_up)
