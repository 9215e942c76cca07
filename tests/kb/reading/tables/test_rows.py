"""A table written as rows that can be read alone."""

import pytest

from kb.reading.tables.rows import MAX_RECORD_CHARS, MAX_REPEATED_CHARS, repeats, write_rows
from tests.kb.cases import read_cases


@pytest.mark.parametrize(("text", "expected"), read_cases("tables.md"))
def test_a_table_is_rows(text: str, expected: str) -> None:
    grid = [[cell.strip() for cell in line.split("|")] for line in text.split("\n")]
    assert "\n".join(block.text for block in write_rows(grid)) == expected


def test_the_file_may_say_that_a_row_names_the_columns() -> None:
    assert [block.text for block in write_rows([["Vi ser", "Hos oss"], ["Rån", "Torget"]], 1)] == [
        "Vi ser: Rån; Hos oss: Torget"
    ]


def test_a_long_form_is_a_row_a_field() -> None:
    told = "Det klottras. " * (MAX_RECORD_CHARS // 10)
    rows = [block.text for block in write_rows([["Problem", told], ["Plats", "Tunneln"]])]
    assert rows == [f"Problem: {told.strip()[:-1]}", "Plats: Tunneln"]


def test_a_table_of_names_alone_is_a_row() -> None:
    assert [block.text for block in write_rows([["Problem", "Plats"]], 1)] == ["Problem; Plats"]


def test_no_cells_are_no_rows() -> None:
    assert list(write_rows([])) == list(write_rows([["", ""], []])) == []


def test_long_texts_are_not_repeated() -> None:
    assert [repeats("a" * n) for n in (MAX_REPEATED_CHARS, MAX_REPEATED_CHARS + 1)] == [True, False]
