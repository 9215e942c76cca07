"""The gap map: a cell is a gap where nothing could help, and thin where little could."""

from typing import Any

from kb.documents import Guidance
from kb.overview.gap_map import Axis, GapCell, GapRow, map_gaps
from tests.builders import make_area, make_evidence, make_guidance


def row_of(*documents: Guidance, axis: Axis = "level") -> GapRow:
    (row,) = map_gaps(documents, [make_area("narkotika")], axis)
    return row


def selective(*documents: Guidance) -> GapCell:
    return row_of(*documents).cells["selektiv"]


def method(slug: str, rating: Any, **changed: Any) -> Guidance:
    return make_guidance(slug, evidence=(make_evidence(rating),), **changed)


def test_without_a_method_there_is_none() -> None:
    assert selective().cover == "none"
    assert selective(method("a", "god", recommendation="avråds")).cover == "none"


def test_one_method_is_thin_however_good() -> None:
    assert selective(method("a", "stark")).cover == "thin"


def test_many_methods_of_which_none_is_well_supported_are_thin() -> None:
    assert selective(*(method(slug, "begränsad") for slug in "abc")).cover == "thin"


def test_two_methods_of_which_one_is_well_supported_cover() -> None:
    cell = selective(method("a", "god"), method("b", "oklar"))
    assert (cell.cover, cell.n_methods, cell.n_well_supported) == ("covered", 2, 1)


def test_a_method_that_may_help_fills_a_gap() -> None:
    also = method("a", "god", primary_areas=("klotter",), secondary_areas=("narkotika",))
    assert (selective(also).cover, selective(also, method("b", "svag")).cover) == ("thin", "covered")


def test_a_method_for_two_groups_is_in_both_cells() -> None:
    cells = row_of(method("a", "god", target_groups=("unga", "barn")), axis="target_group").cells
    assert [value for value, cell in cells.items() if cell.n_methods] == ["barn", "unga"]


def test_stated_gaps_are_told_beside_the_cells() -> None:
    row = row_of(make_guidance("lucka", kind="lucka", primary_areas=("x",), secondary_areas=("narkotika",)))
    assert [document.slug for document in row.stated] == ["lucka"]
    assert row.cells["selektiv"].cover == "none"
