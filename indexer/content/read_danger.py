"""Examples of what tells of somebody in danger, read: JSON Lines."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from indexer.content.fault import Fault
from indexer.content.read_rows import Placed, read_rows, read_text
from kb.documents import DangerExample
from kb.vocabulary import RISKS, Risk

FOLDER = "danger"
_FORM = '{"text": "...", "risk": null or one of ' + ", ".join(RISKS) + "}"


def read_danger(folder: Path) -> tuple[list[Placed[DangerExample]], list[Fault]]:
    """The examples of all files in the folder, and what is faulty; none when there is no such folder."""
    return read_rows(folder, _read, "not an example of danger", _FORM)


def read_risk(told: object) -> Risk | None:
    """The risk, None where none is told; raises ValueError for an unknown one."""
    if told is not None and told not in RISKS:
        raise ValueError(f"risk {told!r} is none of {', '.join(RISKS)}")
    return told


def _read(row: Mapping[str, Any]) -> DangerExample:
    return DangerExample(read_text(row, "text"), read_risk(row["risk"]))
