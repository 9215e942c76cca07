"""The editors' own lists in `content/editorial/`: words to avoid, known gaps, texts that may be alike."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from indexer.content.fault import Fault
from indexer.content.read_content import Content

FOLDER = "editorial"


@dataclass(frozen=True, slots=True)
class Row:
    """line : where the row ends in the file, from 1; cells : column -> text, none of them empty."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EditorialList:
    """What could be read, and what is wrong with the rest."""

    path: Path
    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]

    def fault(self, row: Row, fault: str, value: object, way_out: str) -> Fault:
        return Fault(path=self.path, line=row.line, fault=fault, value=str(value), way_out=way_out)


def read_list(content: Content, name: str, columns: tuple[str, ...]) -> EditorialList:
    """The list `editorial/<name>` of a content folder, a CSV file with these columns; nothing is raised."""
    path = content.folder / FOLDER / name
    if not path.is_file():
        way_out = f"add it, with the columns {','.join(columns)}; a list may have no rows"
        return EditorialList(
            path, (), (Fault(path=path, line=1, fault="list is missing", value=name, way_out=way_out),)
        )
    rows, faults = list[Row](), list[Fault]()
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, restkey="", strict=True)
        try:
            for cells in reader:
                if fault := _find_fault(path, reader.line_num, cells, columns):
                    faults.append(fault)
                else:
                    rows.append(Row(reader.line_num, {name: cells[name].strip() for name in columns}))
        except (csv.Error, UnicodeDecodeError) as error:
            faults.append(
                Fault(
                    path=path,
                    line=reader.line_num + 1,
                    fault="list that cannot be read",
                    value=str(error),
                    way_out="save it as UTF-8 CSV",
                )
            )
    return EditorialList(path, tuple(rows), tuple(faults))


def _find_fault(path: Path, line: int, cells: Mapping[str, object], columns: tuple[str, ...]) -> Fault | None:
    if "" in cells:
        return Fault(
            path=path,
            line=line,
            fault="too many cells",
            value=str(cells[""]),
            way_out="quote a text that holds a comma",
        )
    for name in columns:
        if not str(cells.get(name) or "").strip():
            return Fault(
                path=path, line=line, fault=f"no {name}", value="nothing", way_out=f"fill in {','.join(columns)}"
            )
    return None
