"""Where the names of a table's columns stand."""

import pytest

from kb.reading.tables.header import count_header_rows, is_name, names_rows


@pytest.mark.parametrize(
    ("grid", "n_rows"),
    [
        ([["Problem", "Plats"], ["Klotter", "Tunneln"]], 1),
        ([["Klotter", "Tunneln"], ["Rån", "Torget"]], 0),
        ([["Stöld", "58"], ["Rån", "3"]], 0),
        ([["Brott", "2024"], ["Rån", "3"]], 1),
        ([["Bland oss", "Summa"], ["Rån", "3"]], 1),
        ([["Det är problem.", "Plats"], ["Rån", "Torget"]], 0),
        ([["Problem", "Plats"]], 0),
        ([["Brott", "Antal", "Antal"], ["Brott", "2024", "2025"], ["Rån", "3", "4"]], 2),
    ],
)
def test_the_rows_that_name_columns_are_counted(grid: list[list[str]], n_rows: int) -> None:
    assert count_header_rows(grid) == n_rows


def test_the_first_column_may_name_the_rows() -> None:
    assert names_rows([["Problem", "Klotter"], ["Plats", "Tunneln"]])
    assert not names_rows([["Problem", "Plats"], ["Klotter", "Tunneln"]])
    assert not names_rows([["Klotter", "Tunneln"], ["Rån", "Torget"]])


def test_names_are_short_and_begin_as_names_do() -> None:
    texts = ["Plats", "Ansvarig nämnd", "Anteckning:", "Klotter", "Problem med rån i hela staden", "Problemet är rån."]
    assert [text for text in texts if is_name(text)] == ["Plats", "Ansvarig nämnd", "Anteckning:"]
