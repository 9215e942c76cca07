"""What an effect rests on is counted or named."""

from indexer.checks.basis import check_basis
from tests.content_folder import ContentFolder, told

NAME = "guidance/faltarbete.md"


def faults(folder: ContentFolder) -> list[str]:
    return told(list(check_basis(folder.read())), folder.path / NAME)


def test_an_effect_with_neither_number_nor_names_of_studies_is_told(folder: ContentFolder) -> None:
    assert faults(folder) == []
    folder.change(NAME, "studies: 3", "studies: null")
    line = folder.line_of(NAME, "    basis:")
    way_out = "give studies, or described where the source does not count them"
    assert faults(folder) == [f"{line}: evidence without basis; Antal anmälda brott; {way_out}"]


def test_studies_that_are_described_need_no_number(folder: ContentFolder) -> None:
    folder.change(NAME, "studies: 3", "described: två kvasiexperiment")
    assert faults(folder) == []


def test_where_no_study_was_found_there_is_none_to_count(folder: ContentFolder) -> None:
    assert told(list(check_basis(folder.read())), folder.path / "guidance/sanering.md") == []
