"""Each citation has its source, and each source its citation."""

from tests.content_folder import ContentFolder

NAME = "guidance/sanering.md"
SECOND = """  - id: sou-2021
    title: En utredning
    publisher: Regeringen
    kind: myndighet
reviewed:"""


def test_a_citation_without_a_source_is_told_at_its_section_with_the_nearest(folder: ContentFolder) -> None:
    folder.change(NAME, "Inga kända.", "Borås. [@bra-2023]")
    line = folder.line_of(NAME, "## Exempel")
    assert folder.told(NAME) == [f"{line}: citation without a source; [@bra-2023]; did you mean 'bra-2024'?"]


def test_evidence_that_names_no_listed_source_is_told(folder: ContentFolder) -> None:
    folder.change(NAME, "    sources:\n      - bra-2024", "    sources:\n      - sbu")
    line = folder.line_of(NAME, "    sources:")
    assert folder.told(NAME) == [f"{line}: evidence without a listed source; sbu; choose among bra-2024"]


def test_a_source_that_nothing_cites_is_a_warning(folder: ContentFolder) -> None:
    folder.change(NAME, "reviewed:", SECOND)
    line = folder.line_of(NAME, "- id: sou-2021")
    assert folder.told(NAME) == [
        f"{line}: warning: source never cited; sou-2021; cite it where it is used, or remove it"
    ]


def test_a_source_that_only_the_evidence_or_only_the_text_cites_is_in_use(folder: ContentFolder) -> None:
    folder.change(NAME, "reviewed:", SECOND)
    folder.change(NAME, "    sources:\n      - bra-2024", "    sources:\n      - sou-2021")
    assert folder.told(NAME) == []


def test_a_source_given_twice_is_told_at_the_second(folder: ContentFolder) -> None:
    folder.change(NAME, "reviewed:", SECOND.replace("sou-2021", "bra-2024"))
    line = folder.line_of(NAME, "En utredning") - 1
    assert folder.told(NAME) == [f"{line}: source given twice; bra-2024; keep one of them"]


def test_problem_areas_and_experts_are_held_to_it_as_well(folder: ContentFolder) -> None:
    folder.change("problem-areas/klotter.md", "Ingen har räknat.", "Ingen. [@x]")
    folder.change("experts/radgivare.md", "Ett möte först.", "Ett möte. [@x]")
    assert [fault.fault for fault in folder.check()] == ["citation without a source", "citation without a source"]
