"""A build made current: written aside, verified by opening it, moved into place, pointed to.

Whenever the process dies, the pointer names a whole snapshot: the old one until the last rename, the new one after it.
"""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from indexer.build import Plan, TryGate, build_snapshot, plan_snapshot
from indexer.content.read_content import Content
from indexer.gate import Gate
from kb.embedding.embedder import Embedder
from kb.errors import GateRefused, KbError, SnapshotMissing
from kb.progress import Progress
from kb.search.open_searcher import open_searcher
from kb.snapshot.files import sync
from kb.snapshot.manifest import MANIFEST, Manifest, list_manifests
from kb.snapshot.open_snapshot import open_current, open_snapshot
from kb.snapshot.pointer import point_to, read_pointer
from kb.snapshot.snapshot import Snapshot

ASIDE = ".building"


@dataclass(frozen=True, slots=True)
class Publication:
    """manifest of the current snapshot; is_new: whether it was built now, or the content had not changed."""

    manifest: Manifest
    is_new: bool


class BuildUnderWay(KbError):
    """Another process is building into the same folder."""


def publish(
    content: Content,
    embedder: Embedder,
    folder: Path,
    progress: Progress,
    gate: Gate | None = None,
    *,
    force: bool = False,
) -> Publication:
    """Build a snapshot of the content, which is free of errors, into folder and make it current.

    gate : what the snapshot must pass before it is published; force publishes it all the same, and its manifest says so

    Raises
    ------
    BuildUnderWay : another build holds the folder
    GateRefused : the snapshot does not pass the gate; the current one stays
    SnapshotDamaged : the new build does not verify; the current snapshot stays
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _lock(folder):
        plan = plan_snapshot(content, embedder.model_id)
        if unchanged := _whole(folder / plan.snapshot_id):
            is_new = read_pointer(folder) != plan.snapshot_id
            point_to(folder, plan.snapshot_id)
            return Publication(unchanged.manifest, is_new)
        current = _reusable(folder, embedder)

        def try_gate(snapshot: Snapshot) -> Manifest:
            return _pass(gate, snapshot, embedder, current, force) if gate else snapshot.manifest

        manifest = _build_aside(plan, embedder, folder, progress, current, try_gate)
        point_to(folder, manifest.id)
        return Publication(manifest, True)


def roll_back(folder: Path, snapshot_id: str | None = None) -> Manifest:
    """Make an earlier snapshot current: the given one, or the newest that is older than the current one.

    Raises
    ------
    SnapshotMissing : there is no such snapshot
    SnapshotDamaged : it does not verify; the current snapshot stays
    """
    if not folder.is_dir():
        raise SnapshotMissing(f"{folder}: no such folder; name the one that `kb index` wrote")
    with _lock(folder):
        manifests = list_manifests(folder)
        ids = [manifest.id for manifest in manifests]
        current = read_pointer(folder)
        if snapshot_id is None:
            older = ids[ids.index(current) + 1 :] if current in ids else ids
            snapshot_id = older[0] if older else "earlier"
        if snapshot_id not in ids:
            raise SnapshotMissing(f"{folder}: no snapshot {snapshot_id!r}; there are: {', '.join(ids) or 'none'}")
        open_snapshot(folder / snapshot_id)
        point_to(folder, snapshot_id)
        return manifests[ids.index(snapshot_id)]


def _pass(gate: Gate, snapshot: Snapshot, embedder: Embedder, current: Snapshot | None, force: bool) -> Manifest:
    """The manifest with what the gate measured; raises GateRefused."""
    before = current.manifest.quality if current else None
    verdict = gate.judge(open_searcher(snapshot, embedder, gate.models), before)
    if verdict.faults and not force:
        raise GateRefused("; ".join(verdict.faults) + "; mend the content, or publish with --force")
    return replace(snapshot.manifest, quality=verdict.quality, forced=bool(verdict.faults))


def _build_aside(
    plan: Plan,
    embedder: Embedder,
    folder: Path,
    progress: Progress,
    known: Snapshot | None,
    try_gate: TryGate,
) -> Manifest:
    aside = folder / ASIDE
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    manifest = build_snapshot(plan, embedder, aside, known, progress, try_gate)
    progress("verify", 0, 1)
    open_snapshot(aside)
    progress("verify", 1, 1)
    shutil.rmtree(folder / manifest.id, ignore_errors=True)
    aside.rename(folder / manifest.id)
    sync(folder)
    return manifest


def _reusable(folder: Path, embedder: Embedder) -> Snapshot | None:
    try:
        current = open_current(folder)
    except KbError:
        return None
    return current if current.manifest.model_id == embedder.model_id else None


def _whole(folder: Path) -> Snapshot | None:
    try:
        return open_snapshot(folder) if (folder / MANIFEST).is_file() else None
    except KbError:
        return None


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    with (folder / ".lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BuildUnderWay(f"{folder}: another build is under way; wait for it to end") from error
        yield
