import pytest

from kb.problems.rows import lists_problem
from kb.problems.units import read_units


@pytest.mark.parametrize(
    "row",
    [
        "Problem: Klotter; Plats: Norra skolan; Antal: 9",
        "Händelse: Buskörning; Tid: kväll",
        "Incident: Theft; Count: 4",
    ],
)
def test_a_row_under_a_column_of_problems_lists_one(row: str) -> None:
    assert lists_problem(row)


@pytest.mark.parametrize(
    "row",
    [
        "Problem: Klotter; Plats: Norra skolan; Antal: 0",
        "Problem: Klotter; Antal: inga",
        "Händelse: Skjutning, konstaterad; 2024: 2; 2025: 5",
        "Mått: Rån; 23/24: 6; 24/25: 9",
        "Område: Centrum; Anmälda brott: 212",
    ],
)
def test_statistics_and_what_is_not_there_list_none(row: str) -> None:
    assert not lists_problem(row)


def test_the_mark_before_a_row_is_no_part_of_it() -> None:
    [unit] = read_units("- Problem: Klotter; Plats: Norra skolan; Antal: 9")
    assert (unit.form, unit.text) == ("row", "Problem: Klotter; Plats: Norra skolan; Antal: 9")
