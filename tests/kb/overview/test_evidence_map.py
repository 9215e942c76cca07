"""The evidence map, on content small enough to count by hand."""

from kb.overview.evidence_map import map_evidence
from tests.builders import make_area, make_evidence, make_guidance

AREA = make_area("narkotika")


def test_a_cell_holds_the_methods_for_the_area_that_have_the_approach() -> None:
    documents = [make_guidance("a"), make_guidance("b"), make_guidance("c", approach="situationell")]
    (row,) = map_evidence(documents, [AREA])
    assert {approach: len(cell.primary) for approach, cell in row.cells.items()} == {
        "social": 2,
        "situationell": 1,
        "båda": 0,
    }
    assert row.n_methods == 2 + 1


def test_evidence_for_something_else_is_no_evidence_here() -> None:
    also = make_guidance(
        "a", primary_areas=("klotter",), secondary_areas=("narkotika",), evidence=(make_evidence("stark"),)
    )
    (row,) = map_evidence([also], [AREA])
    cell = row.cells["social"]
    assert (cell.best, row.n_methods, len(cell.secondary)) == (None, 0, 1)


def test_a_method_advised_against_is_marked_and_not_counted() -> None:
    (row,) = map_evidence([make_guidance("a", recommendation="avråds")], [AREA])
    cell = row.cells["social"]
    assert (cell.best, row.n_methods, len(cell.advised_against)) == (None, 0, 1)


def test_rows_keep_the_order_of_the_areas() -> None:
    assert [row.area.slug for row in map_evidence([], [make_area("b"), make_area("a")])] == ["b", "a"]
