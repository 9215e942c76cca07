"""A table as text."""

import pytest

from kb.errors import DescriptionEmpty
from kb.reading.csv_text import read_csv

ROWS = "Problem: Klotter; Plats: Tunneln, norra; Antal: 14\nProblem: Rån; Antal: 3"


@pytest.mark.parametrize("delimiter", [";", "\t", ",", "|"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_a_table_is_read_whatever_parts_its_cells(delimiter: str, encoding: str) -> None:
    lines = [["Problem", "Plats", "Antal"], ["Klotter", '"Tunneln, norra"', "14"], ["Rån", "", "3"]]
    assert read_csv("\r\n".join(map(delimiter.join, lines)).encode(encoding)) == ROWS


def test_excel_may_tell_the_delimiter_and_cells_may_have_lines() -> None:
    raw = b'sep=;\nProblem;Plats\n"Klotter\noch ""taggar""";Tunneln\n'
    assert read_csv(raw) == 'Problem: Klotter och "taggar"; Plats: Tunneln'


def test_text_that_is_no_table_is_read_as_text() -> None:
    assert read_csv("Det klottras, mycket.\n\nOch rånas.".encode()) == "Det klottras, mycket.\n\nOch rånas."


def test_a_quote_that_never_ends_is_text() -> None:
    assert "Klotter" in read_csv(("Problem;Plats\nKlotter;Tunneln\n" + ';"' + "a" * 200_000).encode())


def test_a_table_without_words_is_empty() -> None:
    with pytest.raises(DescriptionEmpty):
        read_csv(b"1;2\n3;4")
