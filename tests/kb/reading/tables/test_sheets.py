"""The sheets of a workbook under their names."""

import pytest

from kb.reading.blocks import Block
from kb.reading.tables.sheets import name_sheet

ROW = Block("Plats: torget; Antal: 3", "row")


def test_a_sheet_stands_under_its_name() -> None:
    assert name_sheet("Trygghet  2026", [ROW]) == [Block("Trygghet 2026", "heading", 2), ROW]


@pytest.mark.parametrize("name", ["Blad1", "Sheet 2", "", "Tabell1"])
def test_a_name_that_the_program_gave_is_none(name: str) -> None:
    assert name_sheet(name, [ROW]) == [ROW]


def test_an_empty_sheet_has_no_heading() -> None:
    assert name_sheet("Trygghet", []) == []
