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
        code=_code(row["municipality_code"], 4),
        name=row["name"],
        official_name=row["official_name"],
        county_code=_code(row["county_code"], 2),
        county_name=row["county_name"],
        police_region=row["police_region"],
        population=int(row["population"]),
        population_year=int(row["population_year"]),
    )


def _police_area(row: Row) -> PoliceArea:
    if row["category"] not in get_args(AreaClass):
        raise ValueError(f"category {row['category']!r} is none of {', '.join(get_args(AreaClass))}")
    return PoliceArea(
        name=row["area"],
        area_class=cast(AreaClass, row["category"]),
        municipality_code=_code(row["municipality_code"], 4),
        list_year=int(row["list_year"]),
        is_derived="härledd" in row["source_url"],
    )


def _area_change(row: Row) -> AreaChange:
    if row["change"] not in get_args(AreaChangeKind):
        raise ValueError(f"change {row['change']!r} is none of {', '.join(get_args(AreaChangeKind))}")
    kind = cast(AreaChangeKind, row["change"])
    return AreaChange(
        from_year=int(row["from_year"]),
        from_area=row["from_area"],
        to_year=int(row["to_year"]),
        to_area=row["to_area"],
        kind=kind,
    )


def _code(value: str, digits: int) -> str:
    if not (value.isdigit() and len(value) == digits):
        raise ValueError(f"code {value!r} is not {digits} digits")
    return value
