"""Which snapshot of a folder is current: the pointer, a file with its id, beside the snapshots."""

import os
from pathlib import Path

from kb.errors import SnapshotMissing
from kb.snapshot.files import sync
from kb.snapshot.manifest import MANIFEST, list_manifests

POINTER = "current"


def read_pointer(folder: Path) -> str | None:
    """The id of the current snapshot, None when nothing has been published."""
    pointer = folder / POINTER
    return pointer.read_text(encoding="utf-8").strip() if pointer.is_file() else None


def point_to(folder: Path, snapshot_id: str) -> None:
    """Make a snapshot the current one, in one atomic rename.

    Raises
    ------
    SnapshotMissing : the folder has no such snapshot
    """
    if not (folder / snapshot_id / MANIFEST).is_file():
        known = ", ".join(m.id for m in list_manifests(folder)) or "none"
        raise SnapshotMissing(f"{folder}: no snapshot {snapshot_id!r}; there are: {known}")
    aside = folder / f".{POINTER}-{os.getpid()}"
    aside.write_text(snapshot_id + "\n", encoding="utf-8")
    sync(aside)
    aside.replace(folder / POINTER)
    sync(folder)
