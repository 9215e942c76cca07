"""`kb statistics`: files loaded, listed, taken away; Kolada as a file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from api.national import kolada
from api.settings import Settings
from api.store.database import Database
from api.store.national.statistics import list_statistics
from kb.national.statistics.statistic import Statistic
from kb.snapshot.open_snapshot import open_current

Run = Callable[..., tuple[int, str, str]]
HEAD = "municipality_code,year,measure,value,source_url,area\n"


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small_snapshots: Path) -> Database:
    """The database that the verbs use."""
    monkeypatch.setenv("KB_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("KB_SNAPSHOTS", str(small_snapshots))
    return Database(Settings(state=tmp_path / "state").places)


@pytest.fixture
def area(small_snapshots: Path) -> str:
    return next(iter(open_current(small_snapshots).problem_areas))


@pytest.fixture
def code(small_snapshots: Path) -> str:
    return open_current(small_snapshots).registers.municipalities[0].code


def write_file(folder: Path, *rows: str) -> Path:
    file = folder / "fil.csv"
    file.write_text(HEAD + "".join(f"{row}\n" for row in rows), "utf-8")
    return file


def read(database: Database, code: str) -> list[Statistic]:
    database.open()
    with database.reading() as session:
        found = list(list_statistics(session, code))
    database.close()
    return found


def test_a_file_is_loaded_listed_and_taken_away(
    run: Run, tmp_path: Path, database: Database, area: str, code: str
) -> None:
    file = write_file(tmp_path, f"{code},2024,Inbrott,12.5,https://bra.se,{area}")
    assert run("statistics", "load", file) == (0, "1 values of Inbrott\n", "")
    assert [(told.value, told.area) for told in read(database, code)] == [(12.5, area)]
    listed = run("statistics", "list")[1].split("\t")
    assert listed[:5] == ["Inbrott", area, "2024-2024", "1", "1"]
    assert run("statistics", "remove", "Inbrott") == (0, "1 values of Inbrott are gone\n", "")
    assert run("statistics", "list")[1] == ""
    status, _, err = run("statistics", "remove", "Inbrott")
    assert (status, err) == (1, "kb: no measure is called 'Inbrott'; `kb statistics list` has their names\n")


def test_a_file_with_a_fault_changes_nothing(run: Run, tmp_path: Path, database: Database, code: str) -> None:
    run("statistics", "load", write_file(tmp_path, f"{code},2024,Inbrott,12.5,https://bra.se,"))
    file = write_file(tmp_path, f"{code},2024,Inbrott,1,https://bra.se,", f"{code},2023,Inbrott,x,https://bra.se,")
    status, out, err = run("statistics", "load", file)
    assert (status, out) == (1, "")
    assert f"{file}:3: no number of 0 or more; 'x'; write as 1250.5" in err
    assert [told.value for told in read(database, code)] == [12.5]


def test_a_file_in_another_encoding_is_refused(run: Run, tmp_path: Path, database: Database) -> None:
    file = tmp_path / "fil.csv"
    file.write_bytes(b"municipality_code;\xe5r\n")
    status, _, err = run("statistics", "load", file)
    assert (status, err) == (1, f"kb: {file}:1: not UTF-8; byte 18; save it as CSV in UTF-8\n")


def test_kolada_is_printed_as_a_file_that_can_be_loaded(
    run: Run, tmp_path: Path, database: Database, area: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fetch(kpi: str, years: tuple[int, ...], measure: str, area: str, codes: set[str]) -> list[Statistic]:
        assert (kpi, years, code in codes) == ("N01951", (2023, 2024), True)
        return [
            Statistic(
                municipality_code=code, year=2024, measure=measure, value=7, source_url=f"{kolada.HOST}/v3", area=area
            )
        ]

    monkeypatch.setattr(kolada, "fetch_key_figure", fetch)
    asked = (
        "statistics",
        "kolada",
        "N01951",
        "--year",
        "2023",
        "--year",
        "2024",
        "--measure",
        "Invånare",
        "--area",
        area,
    )
    status, out, err = run(*asked)
    assert (status, err) == (0, "1 values; look at them, then load the file\n")
    file = tmp_path / "kolada.csv"
    file.write_text(out, "utf-8")
    assert run("statistics", "load", file)[0] == 0
    assert [told.value for told in read(database, code)] == [7]


def test_an_area_that_is_none_is_told_before_anybody_is_asked(run: Run, database: Database) -> None:
    status, _, err = run("statistics", "kolada", "N01951", "--year", "2024", "--measure", "x", "--area", "inget")
    assert (status, "no problem area has the slug 'inget'" in err) == (2, True)
