"""A method that can be begun on Monday."""

import pytest

from indexer.checks.work_plan import check_work_plan
from tests.content_folder import ContentFolder, told

NAME = "guidance/sanering.md"
STEP = "1. **Samordnaren, vecka 1:** räknar."
INDICATOR = "- **Anmälningar.** Källa: polisen. Mål: färre."


@pytest.fixture
def folder(folder: ContentFolder) -> ContentFolder:
    """The small folder with a method that is whole."""
    folder.change(NAME, "1. Räkna först.", STEP)
    folder.change(NAME, "2. Handla sedan.", "2. **Rektor, månad 2:** handlar.")
    folder.change(NAME, "- Antal anmälningar i veckan.", INDICATOR)
    return folder


def faults(folder: ContentFolder, name: str = NAME) -> list[str]:
    return told(list(check_work_plan(folder.read())), folder.path / name)


def test_a_method_with_actors_times_and_targets_is_whole(folder: ContentFolder) -> None:
    assert faults(folder) == []


def test_a_step_without_actor_or_time_is_told_where_it_stands(folder: ContentFolder) -> None:
    folder.change(NAME, "2. **Rektor, månad 2:** handlar.", "2. Fundera på motivet.")
    line = folder.line_of(NAME, "Fundera")
    assert faults(folder) == [
        f"{line}: step without actor or time; \"Fundera på motivet.\"; begin it with '**role, vecka 1:**'"
    ]


def test_a_method_must_say_what_to_do_in_the_first_week(folder: ContentFolder) -> None:
    folder.change(NAME, STEP, STEP.replace("vecka 1", "vecka 10"))
    line = folder.line_of(NAME, "vecka 10")
    assert faults(folder) == [f"{line}: no step in the first week; 2 steps; say who does what in 'vecka 1'"]


def test_a_first_stretch_of_weeks_begins_in_the_first(folder: ContentFolder) -> None:
    folder.change(NAME, STEP, STEP.replace("vecka 1", "vecka 1–2"))
    assert faults(folder) == []


def test_an_indicator_needs_source_and_target(folder: ContentFolder) -> None:
    folder.change(NAME, " Mål: färre.", "")
    (fault,) = faults(folder)
    assert "indicator without source or target" in fault


def test_a_section_without_a_list_follows_nothing_up(folder: ContentFolder) -> None:
    folder.change(NAME, INDICATOR, "Räkna. Källa: polisen.")
    (fault,) = faults(folder)
    assert fault.startswith(f"{folder.line_of(NAME, '## Följ upp')}: no indicator")


def test_what_is_advised_against_is_nobodys_work(folder: ContentFolder) -> None:
    name = "guidance/skramsel.md"
    assert faults(folder, name) == []


def test_a_duty_or_a_gap_has_no_work_plan(folder: ContentFolder) -> None:
    folder.change(NAME, "kind: metod", "kind: juridik")
    folder.change(NAME, STEP, "1. Läs lagen.")
    assert faults(folder) == []
