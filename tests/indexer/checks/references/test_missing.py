"""What a field that is left out costs the reader."""

import pytest

from indexer.checks.references.missing import COSTS
from tests.content_folder import ContentFolder

NAME = "guidance/sanering.md"
WRITTEN = {
    "target_groups": "target_groups:\n  - unga\n",
    "settings": "settings:\n  - skola\n",
    "run_by": "run_by:\n  - bostadsbolag\n",
    "ages": "ages:\n  from: 12\n  to: 20\n",
    "cost": "cost:\n  text: Ingen kostnad publicerad.\n  searched: 2025-01-01\n",
    "requires": "requires:\n  - tid\n",
    "related": "related:\n  - faltarbete\n",
    "asked_as": "asked_as:\n  sv:\n    - klotter på skolans fasad\n",
}


def test_every_field_that_costs_something_is_tried_here() -> None:
    assert WRITTEN.keys() == COSTS.keys()


@pytest.mark.parametrize("field", WRITTEN)
def test_a_method_without_the_field_is_told_what_that_costs(folder: ContentFolder, field: str) -> None:
    folder.change(NAME, WRITTEN[field], "")
    assert folder.told(NAME) == [f"2: warning: no {field}; nothing; {COSTS[field]}; add it"]


def test_an_empty_list_is_as_good_as_none(folder: ContentFolder) -> None:
    folder.change(NAME, WRITTEN["settings"], "settings: []\n")
    assert folder.told(NAME) == ["2: warning: no settings; nothing; invisible to the setting filter; add it"]


def test_a_field_that_is_said_to_have_no_value_is_not_missing(folder: ContentFolder) -> None:
    folder.change(NAME, WRITTEN["ages"], "ages:\n  from: null\n  to: null\n")
    assert folder.told(NAME) == []


def test_law_and_process_are_not_asked_for_the_fields_of_a_method(folder: ContentFolder) -> None:
    folder.change(NAME, "kind: metod", "kind: juridik")
    folder.change(NAME, WRITTEN["settings"], "")
    assert folder.told(NAME) == []


def test_a_problem_area_without_people_s_own_words_is_told(folder: ContentFolder) -> None:
    folder.change("problem-areas/klotter.md", "asked_as:\n  sv:\n    - Klotter på skolans fasad varje vecka\n", "")
    assert folder.told("problem-areas/klotter.md") == [
        "2: warning: no asked_as; nothing; found only in its own words, not in people's; add it"
    ]


def test_a_document_with_a_faulty_front_matter_is_not_told_what_else_it_lacks(folder: ContentFolder) -> None:
    folder.change(NAME, "title: Snabb sanering av klotter\n", "")
    folder.change(NAME, WRITTEN["cost"], "")
    assert folder.told(NAME) == ["2: title is missing; nothing; add the field"]
