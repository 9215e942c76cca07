"""The registers' CSV files, read and checked: municipalities, police areas and what became of areas between lists."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast, get_args

from kb.errors import RegisterDamaged
from kb.registers import AreaChange, AreaChangeKind, AreaClass, Municipality, PoliceArea, Registers

Row = dict[str, str]
Value = TypeVar("Value")


def read_registers(folder: Path) -> Registers:
    """The registers of a content folder's `registers/`.

    Raises
    ------
    RegisterDamaged : a file or column is missing, or a value is of the wrong kind; the message names file and line
    """
    return Registers(
        tuple(_read(folder / "municipalities.csv", _municipality)),
        tuple(_read(folder / "police-areas.csv", _police_area)),
        tuple(_read(folder / "area-changes.csv", _area_change)),
    )


def _read(path: Path, make: Callable[[Row], Value]) -> list[Value]:
    if not path.is_file():
        raise RegisterDamaged(f"{path}: missing; the content folder needs this register")
    values = []
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        try:
            for row in reader:
                values.append(make(row))
        except KeyError as error:
            raise RegisterDamaged(f"{path}:1: no column {error}; it has {reader.fieldnames}") from error
        except UnicodeDecodeError as error:
            raise RegisterDamaged(f"{path}:1: not UTF-8 (byte {error.start}); save it as UTF-8") from error
        except (ValueError, TypeError, AttributeError, csv.Error) as error:
            raise RegisterDamaged(f"{path}:{reader.reader.line_num}: {error}; mend the row") from error
    return values


def _municipality(row: Row) -> Municipality:
    return Municipality(
        _code(row["municipality_code"], 4),
        row["name"],
        row["official_name"],
        _code(row["county_code"], 2),
        row["county_name"],
        row["police_region"],
        int(row["population"]),
        int(row["population_year"]),
    )


def _police_area(row: Row) -> PoliceArea:
    if row["category"] not in get_args(AreaClass):
        raise ValueError(f"category {row['category']!r} is none of {', '.join(get_args(AreaClass))}")
    return PoliceArea(
        row["area"],
        cast(AreaClass, row["category"]),
        _code(row["municipality_code"], 4),
        int(row["list_year"]),
        "härledd" in row["source_url"],
    )


def _area_change(row: Row) -> AreaChange:
    if row["change"] not in get_args(AreaChangeKind):
        raise ValueError(f"change {row['change']!r} is none of {', '.join(get_args(AreaChangeKind))}")
    kind = cast(AreaChangeKind, row["change"])
    return AreaChange(int(row["from_year"]), row["from_area"], int(row["to_year"]), row["to_area"], kind)


def _code(value: str, digits: int) -> str:
    if not (value.isdigit() and len(value) == digits):
        raise ValueError(f"code {value!r} is not {digits} digits")
    return value
