"""A snapshot: an immutable, verified build of the index, and which one is current.

A snapshots folder holds one folder a snapshot and the pointer `current`, a file with the id of the served one. The
manifest is written last and names the SHA-256 of every other file; what disagrees with it is refused on open.
"""

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from kb.documents import Expert, Guidance, Library, ProblemArea
from kb.errors import SnapshotDamaged, SnapshotMismatch, SnapshotMissing
from kb.index.domain import Domain, load_domain, save_domain
from kb.index.passage_index import Index, load_index, save_index
from kb.index.passages import count_words
from kb.registers import Registers

FORMAT_VERSION = 6
POINTER = "current"
MANIFEST = "manifest.json"
WORDS = "words.json"
COLLECTIONS = ("guidance", "problem-areas", "experts")


@dataclass(frozen=True, slots=True)
class Quality:
    """nDCG@10 on the judged set whose hash is given."""

    set_hash: str
    ndcg: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a snapshot holds. created is UTC, ISO 8601; files : path -> SHA-256; forced: the gate was overruled."""

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
    quality: Quality | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """An opened snapshot: documents by slug, registers, one index a collection, and the words in them with counts."""

    manifest: Manifest
    guidance: Mapping[str, Guidance]
    problem_areas: Mapping[str, ProblemArea]
    experts: Mapping[str, Expert]
    registers: Registers
    indexes: Mapping[str, Index]
    domain: Domain | None = None
    words: Mapping[str, int] = field(default_factory=dict)


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


def list_manifests(folder: Path) -> list[Manifest]:
    """The manifests of all whole snapshots in the folder, newest first; one that cannot be read is left out."""
    found = []
    for path in folder.glob(f"[!.]*/{MANIFEST}"):
        with suppress(SnapshotDamaged):
            found.append(_read_manifest(path.parent))
    return sorted(found, key=lambda manifest: (manifest.created, manifest.id), reverse=True)


def open_current(folder: Path) -> Snapshot:
    """The current snapshot, verified.

    Raises
    ------
    SnapshotMissing : nothing has been published there
    SnapshotDamaged, SnapshotMismatch : see open_snapshot
    """
    current = read_pointer(folder)
    if current is None:
        raise SnapshotMissing(f"{folder}: no snapshot has been published; build one with `kb index`")
    return open_snapshot(folder / current)


def open_snapshot(folder: Path) -> Snapshot:
    """The snapshot in folder, its files and counts verified against its manifest.

    Raises
    ------
    SnapshotMissing : no manifest in the folder
    SnapshotMismatch : built for another format of snapshot
    SnapshotDamaged : a file is missing, added or changed, or counts disagree
    """
    manifest = _read_manifest(folder)
    if manifest.format_version != FORMAT_VERSION:
        raise SnapshotMismatch(
            f"{folder}: format {manifest.format_version}, this program reads {FORMAT_VERSION}; run `kb index`"
        )
    _verify_files(folder, manifest)
    library = msgspec.json.decode((folder / "documents.json").read_bytes(), type=Library)
    registers = msgspec.json.decode((folder / "registers.json").read_bytes(), type=Registers)
    indexes = {name: load_index(folder / name) for name in COLLECTIONS}
    _verify_counts(folder, manifest, indexes)
    return Snapshot(
        manifest=manifest,
        guidance={d.slug: d for d in library.guidance},
        problem_areas={d.slug: d for d in library.problem_areas},
        experts={d.slug: d for d in library.experts},
        registers=registers,
        indexes=indexes,
        domain=load_domain(folder),
        words=msgspec.json.decode((folder / WORDS).read_bytes(), type=dict[str, int]),
    )


def write_snapshot(
    folder: Path,
    manifest: Manifest,
    library: Library,
    registers: Registers,
    indexes: Mapping[str, Index],
    domain: Domain | None,
) -> Manifest:
    """Write a snapshot into folder, which exists and is empty; the manifest last. Returns it with the file hashes."""
    _write_json(folder / "documents.json", library)
    _write_json(folder / "registers.json", registers)
    for name, index in indexes.items():
        save_index(index, folder / name)
    _write_json(folder / WORDS, count_words(passage for index in indexes.values() for passage in index.passages))
    if domain is not None:
        save_domain(domain, folder)
    files = {path.relative_to(folder).as_posix(): hash_file(path) for path in sorted(_files(folder))}
    for path in _files(folder):
        sync(path)
    described = replace(manifest, files=files)
    _write_json(folder / MANIFEST, described)
    sync(folder / MANIFEST)
    sync(folder)
    return described


def hash_file(path: Path) -> str:
    """SHA-256 of the file in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync(path: Path) -> None:
    """Have the system write the file or folder to disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_json(path: Path, value: object) -> None:
    path.write_bytes(msgspec.json.format(msgspec.json.encode(value, order="sorted"), indent=1))


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST]


def _read_manifest(folder: Path) -> Manifest:
    path = folder / MANIFEST
    if not path.is_file():
        raise SnapshotMissing(f"{folder}: no {MANIFEST}, so this is no whole snapshot; run `kb index` or `kb rollback`")
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except msgspec.DecodeError as error:
        raise SnapshotDamaged(f"{path}: unreadable ({error}); run `kb index` or `kb rollback`") from error


def _verify_files(folder: Path, manifest: Manifest) -> None:
    there = {path.relative_to(folder).as_posix() for path in _files(folder)}
    way_out = "run `kb rollback` to an earlier snapshot, or `kb index` to build anew"
    for name, expected in manifest.files.items():
        if name not in there:
            raise SnapshotDamaged(f"{folder / name}: missing; {way_out}")
        met = hash_file(folder / name)
        if met != expected:
            raise SnapshotDamaged(f"{folder / name}: changed, SHA-256 {met[:12]} is not {expected[:12]}; {way_out}")
    if extra := sorted(there - set(manifest.files)):
        raise SnapshotDamaged(f"{folder / extra[0]}: not in the manifest; {way_out}")


def _verify_counts(folder: Path, manifest: Manifest, indexes: Mapping[str, Index]) -> None:
    for name, index in indexes.items():
        met = (len(index.slugs), len(index.passages), len(index.vectors), index.passage_lexical.n_texts)
        n_documents, n_passages = manifest.n_documents[name], manifest.n_passages[name]
        if met != (n_documents, n_passages, n_passages, n_passages):
            raise SnapshotDamaged(
                f"{folder / name}: counts {met} are not {n_documents} documents, {n_passages} passages"
            )
