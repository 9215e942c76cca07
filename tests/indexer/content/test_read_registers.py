"""The registers, read; what is damaged is told with file and line."""

from pathlib import Path

import pytest

from indexer.content.read_registers import read_registers
from kb.errors import RegisterDamaged
from kb.registers import AreaChange, Municipality, PoliceArea
from tests.content_folder import ContentFolder


@pytest.fixture
def registers(folder: ContentFolder) -> Path:
    return folder.path / "registers"


def _refused(registers: Path) -> str:
    with pytest.raises(RegisterDamaged) as caught:
        read_registers(registers)
    return str(caught.value).removeprefix(f"{registers}/")


def test_a_row_becomes_a_value(registers: Path) -> None:
    read = read_registers(registers)
    assert read.municipalities[1] == Municipality(
        code="1490",
        name="Borås",
        official_name="Borås stad",
        county_code="14",
        county_name="Västra Götalands län",
        police_region="Väst",
        population=114091,
        population_year=2024,
    )
    assert read.police_areas[0] == PoliceArea(
        name="Rosengård", area_class="särskilt utsatt", municipality_code="1280", list_year=2025, is_derived=False
    )
    assert read.area_changes == (
        AreaChange(from_year=2023, from_area="Norrby", to_year=2025, to_area="", kind="removed"),
    )


def test_an_area_whose_source_says_so_is_derived(registers: Path) -> None:
    assert [area.is_derived for area in read_registers(registers).police_areas] == [False, True]


def test_a_byte_order_mark_as_spreadsheets_write_it_changes_nothing(registers: Path) -> None:
    plain = read_registers(registers)
    path = registers / "municipalities.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_registers(registers) == plain


def test_a_missing_register_is_told(registers: Path) -> None:
    (registers / "police-areas.csv").unlink()
    assert _refused(registers) == "police-areas.csv: missing; the content folder needs this register"


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("municipalities.csv", "name,off", "namn,off", "municipalities.csv:1: no column 'name'; it has ["),
        ("municipalities.csv", "1490", "149", "municipalities.csv:3: code '149' is not 4 digits; mend the row"),
        (
            "municipalities.csv",
            "114091",
            "114 091",
            "municipalities.csv:3: invalid literal for int() with base 10: '114 091'; mend the row",
        ),
        ("municipalities.csv", ",114091,2024", "", "municipalities.csv:3: "),
        (
            "police-areas.csv",
            "riskområde",
            "risk",
            "police-areas.csv:3: category 'risk' is none of utsatt, riskområde, särskilt utsatt; mend the row",
        ),
        (
            "area-changes.csv",
            "removed",
            "gone",
            "area-changes.csv:2: change 'gone' is none of split, redrawn, renamed, added, removed; mend the row",
        ),
        ("area-changes.csv", "Norrby", '"Norr"by', "area-changes.csv:2: ',' expected after '\"'; mend the row"),
    ],
)
def test_a_damaged_row_is_told_with_its_line(registers: Path, name: str, old: str, new: str, message: str) -> None:
    path = registers / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert _refused(registers).startswith(message)


def test_a_register_that_is_not_utf_8_is_told(registers: Path) -> None:
    path = registers / "municipalities.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("latin-1"))
    assert _refused(registers).startswith("municipalities.csv:1: not UTF-8 (byte ")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("112,", "ett ett två,", "no telephone number"),
        ("https://www.sosalarm.se/", "sosalarm", "no address"),
        ("day and night,,", "day and night,fire,", "is none of close_violence"),
        ("Emergency number", " ", "name_en is empty"),
        ("2026-11-30", "nyss", "Invalid isoformat"),
    ],
)
def test_a_help_line_that_cannot_be_right_is_told_with_its_line(
    folder: ContentFolder, registers: Path, old: str, new: str, told: str
) -> None:
    folder.change("registers/help-lines.csv", old, new)
    refused = _refused(registers)
    assert refused.startswith("help-lines.csv:2: ")
    assert told in refused
