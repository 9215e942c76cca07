"""Headings are those of the collection, once each, in their order, and none is empty."""

import pytest

from kb.vocabulary import GUIDANCE_HEADINGS
from tests.content_folder import ContentFolder

NAME = "guidance/sanering.md"


def test_an_unknown_heading_is_told_with_the_nearest_and_the_one_it_should_have_been_is_missing(
    folder: ContentFolder,
) -> None:
    folder.change(NAME, "## Så gör ni", "## Så gör du")
    assert folder.told(NAME) == [
        "1: heading is missing; ## Så gör ni; add it, in its place",
        f"{folder.line_of(NAME, '## Så gör du')}: unknown heading; ## Så gör du; did you mean 'Så gör ni'?",
    ]


def test_a_heading_out_of_order_is_told_with_the_one_it_stands_before(folder: ContentFolder) -> None:
    folder.change(NAME, "## Exempel", "## X")
    folder.change(NAME, "## Juridik", "## Exempel")
    folder.change(NAME, "## X", "## Juridik")
    assert folder.told(NAME) == [
        f"{folder.line_of(NAME, '## Exempel')}: heading out of order; ## Exempel; it stands before 'Juridik'"
    ]


def test_a_heading_given_twice_is_told(folder: ContentFolder) -> None:
    folder.change(NAME, "Inga kända.\n", "Inga kända.\n\n## Exempel\n\nFler.\n")
    line = folder.line_of(NAME, "Fler.") - 2
    assert folder.told(NAME) == [f"{line}: heading given twice; ## Exempel; merge the two sections"]


def test_a_heading_of_the_title_s_level_is_told(folder: ContentFolder) -> None:
    folder.change(NAME, "\n## I korthet", "\n# Sanering\n\nText.\n\n## I korthet")
    line = folder.line_of(NAME, "# Sanering")
    assert folder.told(NAME) == [f"{line}: heading of level 1; Sanering; the title stands in the front matter"]


def test_a_skipped_level_is_told(folder: ContentFolder) -> None:
    folder.change(NAME, "Inga kända.", "#### Borås\n\nText.")
    line = folder.line_of(NAME, "#### Borås")
    assert folder.told(NAME) == [f"{line}: heading level jumps from 2 to 4; Borås; use ##"]


def test_headings_below_the_fixed_ones_are_free(folder: ContentFolder) -> None:
    folder.change(NAME, "Inga kända.", "### Borås\n\nText.\n\n### Malmö\n\nText.")
    assert folder.told(NAME) == []


def test_an_empty_section_is_told(folder: ContentFolder) -> None:
    folder.change(NAME, "Inga kända.\n", "")
    line = folder.line_of(NAME, "## Exempel")
    assert folder.told(NAME) == [f"{line}: empty section; Exempel; write it, or remove it"]


def test_a_section_whose_text_is_a_citation_alone_is_empty(folder: ContentFolder) -> None:
    folder.change(NAME, "Inga kända.", "[@bra-2024]")
    assert [fault.fault for fault in folder.check()] == ["empty section"]


def test_a_document_without_any_heading_lacks_all_of_them(folder: ContentFolder) -> None:
    front_matter = folder.text(NAME).split("## I korthet")[0]
    folder.add(NAME, front_matter)
    missing = [told for told in folder.told(NAME) if "heading is missing" in told]
    assert len(missing) == len(GUIDANCE_HEADINGS)


def test_a_process_needs_only_the_first_heading(folder: ContentFolder) -> None:
    folder.change(NAME, "kind: metod", "kind: process")
    folder.change(NAME, "## Så fungerar den\n\nDen gör platsen mindre lockande.\n", "")
    assert folder.told(NAME) == []


@pytest.mark.parametrize(
    ("name", "heading", "nearest"),
    [
        ("problem-areas/klotter.md", "Vad kan ligga bakom", "Vad ligger bakom"),
        ("experts/radgivare.md", "Kan hjälpa till med", "Kan hjälpa med"),
    ],
)
def test_areas_and_experts_have_headings_of_their_own(
    folder: ContentFolder, name: str, heading: str, nearest: str
) -> None:
    folder.change(name, f"## {heading}", f"## {nearest}")
    assert folder.told(name) == [
        f"1: heading is missing; ## {heading}; add it, in its place",
        f"{folder.line_of(name, nearest)}: unknown heading; ## {nearest}; did you mean '{heading}'?",
    ]


def test_a_kind_that_is_no_word_is_told_by_the_field_and_not_by_the_headings(folder: ContentFolder) -> None:
    folder.change(NAME, "kind: metod", "kind: [metod]")
    assert [fault.fault for fault in folder.check()] == ["kind has an unknown value"]
