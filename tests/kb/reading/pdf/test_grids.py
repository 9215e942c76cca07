"""Rows of a PDF as a table."""

from kb.reading.pdf.grids import make_grid
from kb.reading.pdf.line_groups import Group
from tests.kb.reading.make_lines import make_line


def _row(*cells: tuple[str, float]) -> Group:
    return Group(0, [[make_line(text, 700, x)] for text, x in cells])


def test_a_cell_stands_in_the_column_that_it_lies_in() -> None:
    rows = [_row(("Problem", 70), ("2024", 200), ("2025", 300)), _row(("Rån", 70), ("3", 310))]
    assert make_grid(rows) == [["Problem", "2024", "2025"], ["Rån", "", "3"]]


def test_an_empty_first_column_has_what_stands_above() -> None:
    rows = [_row(("Klotter", 70), ("Skolan", 200), ("Ljus", 300)), _row(("Badhuset", 200), ("Målning", 300))]
    assert make_grid(rows)[1] == ["Klotter", "Badhuset", "Målning"]


def test_cells_that_lie_askew_are_counted() -> None:
    assert make_grid([_row(("Problem på torget", 70), ("Plats", 180)), _row(("Rån", 70), ("Torget", 110))]) == [
        ["Problem på torget", "Plats"],
        ["Rån", "Torget"],
    ]
