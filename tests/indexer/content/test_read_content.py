"""A content folder, read: faults become lines for the editor, and reading goes on."""

from datetime import date
from pathlib import Path

import pytest

from indexer.content.read_content import read_as_reviewed, read_content
from tests.builders import TODAY
from tests.content_folder import ContentFolder, told

SANERING = "guidance/sanering.md"
RADGIVARE = "experts/radgivare.md"


def _told(folder: ContentFolder, name: str) -> list[str]:
    """What reading alone says of a file, before any check."""
    return told(folder.read().faults, folder.path / name)


def test_every_document_is_read_by_collection_and_path(folder: ContentFolder) -> None:
    content = folder.read()
    assert content.faults == []
    assert content.today == TODAY
    assert content.slugs("guidance") == ["faltarbete", "sanering", "skramsel"]
    assert content.slugs("problem-areas") == ["klotter", "narkotika"]
    assert content.slugs("experts") == ["radgivare"]
    assert content.registers is not None
    assert [town.name for town in content.registers.municipalities] == ["Malmö", "Borås"]


def test_documents_in_folders_below_are_read_as_well(folder: ContentFolder) -> None:
    folder.add("guidance/ute/sanering-2.md", folder.text(SANERING))
    assert "sanering-2" in folder.read().slugs("guidance")


def test_what_is_made_up_is_read_only_when_it_is_asked_for(folder: ContentFolder) -> None:
    folder.add("demo/experts/demo-rad.md", folder.text(RADGIVARE))
    assert folder.read().slugs("experts") == ["radgivare"]
    entries = read_content(folder.path, TODAY, with_demo=True).of("experts")
    assert [(entry.file.slug, entry.demo) for entry in entries] == [("radgivare", False), ("demo-rad", True)]


def test_a_faulty_document_keeps_its_place_and_has_no_model(folder: ContentFolder) -> None:
    folder.change(SANERING, "title: Snabb sanering av klotter\n", "")
    entry = folder.read().of("guidance")[1]
    assert (entry.file.slug, entry.model) == ("sanering", None)


def test_a_missing_field_is_told(folder: ContentFolder) -> None:
    folder.change(SANERING, "title: Snabb sanering av klotter\n", "")
    assert _told(folder, SANERING) == ["2: title is missing; nothing; add the field"]


def test_a_missing_field_within_a_list_is_told_at_its_item(folder: ContentFolder) -> None:
    folder.change(SANERING, "    effect: inte känt\n", "")
    line = folder.line_of(SANERING, "outcome: Antal")
    assert _told(folder, SANERING) == [f"{line}: evidence.0.effect is missing; nothing; add the field"]


def test_an_unknown_field_is_told_with_the_nearest_that_exists(folder: ContentFolder) -> None:
    folder.change(SANERING, "requires:", "require:")
    line = folder.line_of(SANERING, "require:")
    assert _told(folder, SANERING) == [
        f"{line}: unknown field require; ['tid']; did you mean 'requires'?, or remove it"
    ]


@pytest.mark.parametrize("name", ["titel[sv]", "literal"])
def test_an_unknown_field_may_have_any_name(folder: ContentFolder, name: str) -> None:
    folder.change(SANERING, "cost:", f"{name}: x\ncost:")
    line = folder.line_of(SANERING, f"{name}: x")
    assert _told(folder, SANERING)[0].startswith(f"{line}: unknown field {name}; x; ")


def test_an_unknown_field_within_another_is_told_without_the_fields_of_the_outer(folder: ContentFolder) -> None:
    folder.change(SANERING, "    - klotter\nprev", "    - klotter\n  titles: x\nprev")
    line = folder.line_of(SANERING, "titles: x")
    assert _told(folder, SANERING) == [f"{line}: unknown field problem_areas.titles; x; remove it"]


def test_a_field_named_by_a_number_is_told(folder: ContentFolder) -> None:
    folder.change(SANERING, "cost:", "1: x\ncost:")
    assert _told(folder, SANERING) == ["2: 1: Keys should be strings; 1; see the field in docs/editorial.md"]


def test_a_value_outside_its_list_is_told_with_the_nearest(folder: ContentFolder) -> None:
    folder.change(SANERING, "kind: metod", "kind: metodik")
    assert _told(folder, SANERING) == ["3: kind has an unknown value; metodik; did you mean 'metod'?"]


def test_a_value_like_none_of_its_list_is_told_with_the_whole_list(folder: ContentFolder) -> None:
    folder.change(SANERING, "approach: situationell", "approach: xyz")
    line = folder.line_of(SANERING, "approach")
    assert _told(folder, SANERING) == [
        f"{line}: approach has an unknown value; xyz; choose among social, situationell, båda"
    ]


def test_a_value_of_the_wrong_kind_is_told(folder: ContentFolder) -> None:
    folder.change(SANERING, "target_groups:\n  - unga\n", "target_groups: unga\n")
    line = folder.line_of(SANERING, "target_groups")
    assert _told(folder, SANERING) == [
        f"{line}: target_groups: Input should be a valid list; unga; see the field in docs/editorial.md"
    ]


def test_counties_are_told_under_their_own_name_though_they_have_two_forms(folder: ContentFolder) -> None:
    folder.change(RADGIVARE, "counties: hela landet", "counties: hela lande")
    line = folder.line_of(RADGIVARE, "counties")
    assert _told(folder, RADGIVARE) == [
        f"{line}: counties has an unknown value; hela lande; did you mean 'hela landet'?",
        f"{line}: counties: Input should be a valid list; hela lande; see the field in docs/editorial.md",
    ]


def test_a_long_value_is_cut_in_the_message(folder: ContentFolder) -> None:
    folder.change(SANERING, "kind: metod", f"kind: {'x' * 200}")
    assert f"; {'x' * 80}; " in _told(folder, SANERING)[0]


def test_all_faults_of_all_files_are_told(folder: ContentFolder) -> None:
    folder.change(SANERING, "title: Snabb sanering av klotter\n", "")
    folder.change(SANERING, "kind: metod", "kind: metodik")
    folder.change(RADGIVARE, "languages:\n  - sv\n", "")
    (folder.path / "problem-areas" / "klotter.md").write_bytes(b"\xff")
    assert [fault.path.name for fault in folder.read().faults] == [
        "sanering.md",
        "sanering.md",
        "klotter.md",
        "radgivare.md",
    ]


def test_a_file_that_cannot_be_read_has_that_fault_alone(folder: ContentFolder) -> None:
    folder.add(SANERING, "---\ntitle: &a A\n---\n")
    assert _told(folder, SANERING) == ["2: YAML anchor or alias; a; write the value out"]


def test_a_collection_without_documents_is_told(folder: ContentFolder) -> None:
    (folder.path / RADGIVARE).unlink()
    assert [str(fault) for fault in folder.read().faults] == [
        f"{folder.path / 'experts'}:1: no document; empty or missing folder; add a .md file"
    ]


def test_a_damaged_register_is_told_and_leaves_no_registers(folder: ContentFolder) -> None:
    (folder.path / "registers" / "area-changes.csv").unlink()
    content = folder.read()
    assert content.registers is None
    assert [fault.fault for fault in content.faults] == ["register damaged"]
    assert "area-changes.csv: missing" in content.faults[0].value


def test_topics_without_an_answer_that_are_not_utf_8_are_told(folder: ContentFolder) -> None:
    path = folder.path / "outside-topics.txt"
    path.write_bytes("bygglov för altan\n".encode("latin-1"))
    assert [str(fault) for fault in folder.read().faults] == [f"{path}:1: not UTF-8; byte 9; save the file as UTF-8"]


def test_content_is_read_on_the_last_day_that_something_was_reviewed(folder: ContentFolder, tmp_path: Path) -> None:
    folder.change(RADGIVARE, "reviewed: 2025-01-01", "reviewed: 2026-05-03")
    assert read_as_reviewed(folder.path).today == date(2026, 5, 3)
    assert read_as_reviewed(tmp_path / "empty").today == date.min
