"""The parts of a cell as one text."""

from kb.reading.tables.cells import join_cell


def test_parts_that_do_not_end_are_parted_by_commas() -> None:
    assert (
        join_cell(["Klotter", "- rån\n- stöld", "", "Det ökar.", "Mycket"]) == "Klotter, rån, stöld, Det ökar. Mycket"
    )


def test_no_parts_are_no_text() -> None:
    assert join_cell([]) == ""
