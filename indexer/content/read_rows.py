"""A folder of JSON Lines, read: what each line holds, and every line that is faulty."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from indexer.content.fault import Fault

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """What a line holds, and where it stands; the first line is 1."""

    path: Path
    line: int
    example: T


def read_rows(
    folder: Path, read: Callable[[Mapping[str, Any]], T], fault: str, form: str
) -> tuple[list[Placed[T]], list[Fault]]:
    """What the lines of all files in the folder hold, and what is faulty; none when there is no such folder.

    read : what a line holds; raises ValueError, KeyError, TypeError or AttributeError for one that does not fit
    fault, form : what is told of such a line, and how to write it
    """
    rows: list[Placed[T]] = []
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in _list_lines(path):
            try:
                rows.append(Placed(path, number, read(json.loads(line))))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                value = f"{line[:60]} ({error!r})"
                faults.append(Fault(path=path, line=number, fault=fault, value=value, way_out=f"write {form}"))
    return rows, faults


def _list_lines(path: Path) -> Iterator[tuple[int, str]]:
    text = path.read_bytes().decode("utf-8-sig", errors="replace")
    return ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())


def read_text(row: Mapping[str, Any], field: str) -> str:
    """The field's text; raises ValueError when it is empty."""
    text = str(row[field])
    if not text.strip():
        raise ValueError(f"the {field} is empty")
    return text
