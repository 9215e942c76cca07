"""What describes a snapshot: its manifest, written last, which names the SHA-256 of every other file."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from kb.errors import SnapshotDamaged, SnapshotMissing

FORMAT_VERSION = 10
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Quality:
    """nDCG@10 on the judged set whose hash is given."""

    set_hash: str
    ndcg: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a snapshot holds. created is UTC, ISO 8601; files : path -> SHA-256; forced: the gate was overruled.

    demo : it has the made-up experts of the demonstration
    """

    format_version: int
    id: str
    content_hash: str
    model_id: str
    dim: int
    n_documents: Mapping[str, int]
    n_passages: Mapping[str, int]
    created: str
    files: Mapping[str, str]
    forced: bool = False
    demo: bool = False
    quality: Quality | None = None


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the snapshot in folder.

    Raises
    ------
    SnapshotMissing : there is none
    SnapshotDamaged : it cannot be read
    """
    path = folder / MANIFEST
    if not path.is_file():
        raise SnapshotMissing(f"{folder}: no {MANIFEST}, so this is no whole snapshot; run `kb index` or `kb rollback`")
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except msgspec.DecodeError as error:
        raise SnapshotDamaged(f"{path}: unreadable ({error}); run `kb index` or `kb rollback`") from error


def list_manifests(folder: Path) -> list[Manifest]:
    """The manifests of all whole snapshots in the folder, newest first; one that cannot be read is left out."""
    found = []
    for path in folder.glob(f"[!.]*/{MANIFEST}"):
        with suppress(SnapshotDamaged):
            found.append(read_manifest(path.parent))
    return sorted(found, key=lambda manifest: (manifest.created, manifest.id), reverse=True)


def list_files(folder: Path) -> dict[str, Path]:
    """Path in the snapshot -> path, in order, of every file that a manifest names: all but itself."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path for path in paths}
