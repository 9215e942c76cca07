"""Examples of how people ask and what answers, read: JSON Lines as those that quality is measured with."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from indexer.content.fault import Fault
from kb.documents import Example

FOLDER = "examples"
_FORM = '{"query": "...", "relevant": {"slug": 1 to 3}, "avoid": ["slug"]}'


@dataclass(frozen=True, slots=True)
class PlacedExample:
    """An example, and where it stands; the first line is 1."""

    path: Path
    line: int
    example: Example


def read_examples(folder: Path) -> tuple[list[PlacedExample], list[Fault]]:
    """The examples of all files in the folder, and what is faulty; none when there is no such folder."""
    examples: list[PlacedExample] = []
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in _list_lines(path):
            try:
                examples.append(PlacedExample(path, number, _read(json.loads(line))))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                value = f"{line[:60]} ({error!r})"
                faults.append(
                    Fault(path=path, line=number, fault="not an example", value=value, way_out=f"write {_FORM}")
                )
    return examples, faults


def _list_lines(path: Path) -> Iterator[tuple[int, str]]:
    text = path.read_bytes().decode("utf-8-sig", errors="replace")
    return ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())


def _read(row: Mapping[str, Any]) -> Example:
    relevant = {str(slug): grade for slug, grade in row["relevant"].items()}
    if not str(row["query"]).strip():
        raise ValueError("the query is empty")
    if unknown := [grade for grade in relevant.values() if grade not in (1, 2, 3)]:
        raise ValueError(f"grade {unknown[0]!r} is not 1, 2 or 3")
    return Example(str(row["query"]), relevant, tuple(map(str, row.get("avoid") or ())))
