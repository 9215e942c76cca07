"""The registers' CSV files, read and checked: municipalities, police areas, what became of areas, help lines."""

import csv
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar, cast, get_args

from kb.errors import RegisterDamaged
from kb.registers import AreaChange, AreaChangeKind, AreaClass, HelpLine, Municipality, PoliceArea, Registers
from kb.vocabulary import RISKS, Risk

Row = dict[str, str]
Value = TypeVar("Value")
_NUMBER = re.compile(r"\d{2,4}(?:-\d{2,3})?(?: ?\d{2,3}){0,3}")


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
        tuple(_read(folder / "help-lines.csv", _help_line)),
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


def _help_line(row: Row) -> HelpLine:
    number, risks, url = row["number"], row["risks"].split(), row["source_url"]
    if number and not _NUMBER.fullmatch(number):
        raise ValueError(f"number {number!r} is no telephone number; write 112, 114 14 or 020-50 50 50")
    if unknown := [risk for risk in risks if risk not in RISKS]:
        raise ValueError(f"risk {unknown[0]!r} is none of {', '.join(RISKS)}")
    if not url.startswith("https://"):
        raise ValueError(f"source_url {url!r} is no address; write where the number was read")
    told = {name: row[name] for name in ("name", "name_en", "for_whom", "for_whom_en")}
    if missing := [name for name, text in told.items() if not text.strip()]:
        raise ValueError(f"{missing[0]} is empty; write it in both languages")
    return HelpLine(
        **told,
        number=number,
        hours=row["hours"],
        hours_en=row["hours_en"],
        risks=tuple(cast(Risk, risk) for risk in risks),
        source_url=url,
        checked=date.fromisoformat(row["checked"]),
    )


def _code(value: str, digits: int) -> str:
    if not (value.isdigit() and len(value) == digits):
        raise ValueError(f"code {value!r} is not {digits} digits")
    return value
