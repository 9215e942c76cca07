"""Examples of how people ask and what answers, read: JSON Lines as those that quality is measured with."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from indexer.content.fault import Fault
from indexer.content.read_danger import read_risk
from indexer.content.read_rows import Placed, read_rows, read_text
from kb.documents import Example
from kb.vocabulary import Risk

FOLDER = "examples"
UNCLEAR: Literal["unclear"] = "unclear"
_FORM = '{"query": "...", "relevant": {"slug": 1 to 3}, "avoid": ["slug"]}'

PlacedExample = Placed[Example]


def read_examples(folder: Path) -> tuple[list[PlacedExample], list[Fault]]:
    """The examples of all files in the folder, and what is faulty; none when there is no such folder."""
    return read_rows(folder, _read, "not an example", _FORM)


def _read(row: Mapping[str, Any]) -> Example:
    relevant = {str(slug): grade for slug, grade in row["relevant"].items()}
    if unknown := [grade for grade in relevant.values() if grade not in (1, 2, 3)]:
        raise ValueError(f"grade {unknown[0]!r} is not 1, 2 or 3")
    avoid = tuple(map(str, row.get("avoid") or ()))
    return Example(read_text(row, "query"), relevant, avoid, _read_risk(row.get("risk")))


def _read_risk(told: object) -> Risk | Literal["unclear"] | None:
    return UNCLEAR if told == UNCLEAR else read_risk(told)
