"""A snapshot opened from a folder, and refused where it disagrees with its manifest."""

from pathlib import Path

import msgspec

from kb.documents import Library
from kb.errors import SnapshotDamaged, SnapshotMismatch, SnapshotMissing
from kb.index.domain import load_domain
from kb.index.passage_index import load_index
from kb.registers import Registers
from kb.snapshot.files import hash_file
from kb.snapshot.manifest import FORMAT_VERSION, Manifest, list_files, read_manifest
from kb.snapshot.pointer import read_pointer
from kb.snapshot.snapshot import COLLECTIONS, Indexes, Snapshot
from kb.snapshot.write_snapshot import DOCUMENTS, REGISTERS, WORDS
from kb.urgency.recogniser import load_recogniser


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
    manifest = read_manifest(folder)
    if manifest.format_version != FORMAT_VERSION:
        raise SnapshotMismatch(
            f"{folder}: format {manifest.format_version}, this program reads {FORMAT_VERSION}; run `kb index`"
        )
    _verify_files(folder, manifest)
    library = msgspec.json.decode((folder / DOCUMENTS).read_bytes(), type=Library)
    indexes = Indexes(*(load_index(folder / name) for name in COLLECTIONS))
    _verify_counts(folder, manifest, indexes)
    return Snapshot(
        manifest=manifest,
        guidance={d.slug: d for d in library.guidance},
        problem_areas={d.slug: d for d in library.problem_areas},
        experts={d.slug: d for d in library.experts},
        registers=msgspec.json.decode((folder / REGISTERS).read_bytes(), type=Registers),
        indexes=indexes,
        domain=load_domain(folder),
        danger=load_recogniser(folder),
        words=msgspec.json.decode((folder / WORDS).read_bytes(), type=dict[str, int]),
    )


def _verify_files(folder: Path, manifest: Manifest) -> None:
    there = list_files(folder)
    way_out = "run `kb rollback` to an earlier snapshot, or `kb index` to build anew"
    for name, expected in manifest.files.items():
        if name not in there:
            raise SnapshotDamaged(f"{folder / name}: missing; {way_out}")
        met = hash_file(there[name])
        if met != expected:
            raise SnapshotDamaged(f"{folder / name}: changed, SHA-256 {met[:12]} is not {expected[:12]}; {way_out}")
    if extra := sorted(set(there) - set(manifest.files)):
        raise SnapshotDamaged(f"{folder / extra[0]}: not in the manifest; {way_out}")


def _verify_counts(folder: Path, manifest: Manifest, indexes: Indexes) -> None:
    for name, index in indexes.by_name.items():
        met = (len(index.slugs), len(index.passages), index.vectors.n_vectors, index.passage_lexical.n_texts)
        n_documents, n_passages = manifest.n_documents[name], manifest.n_passages[name]
        if met != (n_documents, n_passages, n_passages, n_passages):
            raise SnapshotDamaged(
                f"{folder / name}: counts {met} are not {n_documents} documents, {n_passages} passages"
            )
