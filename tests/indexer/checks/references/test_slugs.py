"""Slugs and codes in the front matter name something that exists; a file's own name is a slug."""

import pytest

from tests.content_folder import ContentFolder

SANERING, RADGIVARE, KLOTTER = "guidance/sanering.md", "experts/radgivare.md", "problem-areas/klotter.md"


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (SANERING, "- faltarbete\n", "- faltarbet\n", "unknown guidance; 'faltarbet'; did you mean 'faltarbete'?"),
        (KLOTTER, "- narkotika\n", "- narkotik\n", "unknown problem-area; 'narkotik'; did you mean 'narkotika'?"),
        (RADGIVARE, "  - klotter\n", "  - klottr\n", "unknown problem-area; 'klottr'; did you mean 'klotter'?"),
        (RADGIVARE, "slug: sanering", "slug: sanerin", "unknown guidance; 'sanerin'; did you mean 'sanering'?"),
        (RADGIVARE, "- faltarbete\n", "- faltarbet\n", "unknown guidance; 'faltarbet'; did you mean 'faltarbete'?"),
        (RADGIVARE, '"1280"', '"1281"', "unknown municipality; '1281'; did you mean '1280'?"),
        (RADGIVARE, "counties: hela landet", 'counties: ["14", "99"]', "unknown county; '99'; choose among 12, 14"),
    ],
)
def test_a_name_of_nothing_is_told_with_the_nearest(
    folder: ContentFolder, name: str, old: str, new: str, message: str
) -> None:
    folder.change(name, old, new)
    assert folder.told(name) == [f"{folder.line_of(name, new.strip().split(chr(10))[0])}: {message}"]


def test_secondary_areas_are_looked_up_as_well(folder: ContentFolder) -> None:
    folder.change(SANERING, "    - klotter\nprev", "    - klotter\n  secondary:\n    - stold\nprev")
    assert folder.told(SANERING) == [
        f"{folder.line_of(SANERING, '- stold')}: unknown problem-area; 'stold'; choose among klotter, narkotika"
    ]


def test_a_document_related_to_itself_is_told(folder: ContentFolder) -> None:
    folder.change(SANERING, "- faltarbete\n", "- sanering\n")
    line = folder.line_of(SANERING, "related:")
    assert folder.told(SANERING) == [f"{line}: related to itself; sanering; remove it"]


def test_an_area_that_is_primary_and_secondary_is_told(folder: ContentFolder) -> None:
    folder.change(SANERING, "    - klotter\nprev", "    - klotter\n  secondary:\n    - klotter\nprev")
    line = folder.line_of(SANERING, "problem_areas:")
    assert folder.told(SANERING) == [f"{line}: area is both primary and secondary; klotter; keep it as primary"]


@pytest.mark.parametrize("value", ["5", "sanering", "{sanering: 1}"])
def test_a_list_that_is_no_list_is_told_by_its_field_alone(folder: ContentFolder, value: str) -> None:
    folder.change(SANERING, "related:\n  - faltarbete\n", f"related: {value}\n")
    assert [fault.fault for fault in folder.check()] == ["related: Input should be a valid list"]


def test_a_document_with_a_faulty_front_matter_still_exists_for_those_that_name_it(folder: ContentFolder) -> None:
    folder.change("guidance/faltarbete.md", "title: Fältarbete i parken\n", "")
    assert folder.told(SANERING) == []


@pytest.mark.parametrize("stem", ["Sanering", "fältarbete-2", "snabb sanering", "snabb_sanering"])
def test_a_file_name_that_is_no_slug_is_told(folder: ContentFolder, stem: str) -> None:
    name = f"guidance/{stem}.md"
    folder.add(name, folder.text(SANERING).replace("title: Snabb sanering av klotter", "title: En annan"))
    assert folder.told(name) == [
        f"2: file name is no slug; '{stem}'; use a-z, 0-9 and single dashes; the name is the document's address"
    ]


def test_damaged_registers_are_one_fault_and_not_one_of_every_code(folder: ContentFolder) -> None:
    (folder.path / "registers" / "municipalities.csv").unlink()
    assert [fault.fault for fault in folder.check()] == ["register damaged"]
