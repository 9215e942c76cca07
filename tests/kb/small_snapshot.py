"""Snapshots of a few documents, with the vectors of an embedder whose values can be worked out in the head."""

from collections.abc import Sequence
from pathlib import Path

from indexer.build import build_domain, build_indexes
from kb.documents import Expert, Guidance, Library, ProblemArea
from kb.embedding.embedder import Embedder
from kb.registers import Registers
from kb.search.searcher import Searcher, open_searcher
from kb.snapshot.snapshot import FORMAT_VERSION, Manifest, Snapshot, write_snapshot
from tests.builders import make_area

NO_REGISTERS = Registers((), (), ())


def make_snapshot(
    embedder: Embedder,
    guidance: Sequence[Guidance] = (),
    experts: Sequence[Expert] = (),
    areas: Sequence[ProblemArea] = (),
    *,
    outside: Sequence[str] = (),
    snapshot_id: str = "small",
    created: str = "2026-11-22T10:00:00+00:00",
) -> Snapshot:
    """A snapshot in memory; without areas it has `narkotika`, which the builders' documents declare."""
    areas = areas or (make_area("narkotika"),)
    library = Library(tuple(guidance), tuple(areas), tuple(experts), tuple(outside))
    indexes = build_indexes(library, embedder, {}, lambda *_: None)
    manifest = Manifest(
        FORMAT_VERSION,
        snapshot_id,
        f"content of {snapshot_id}",
        embedder.model_id,
        embedder.dim,
        {name: len(index.slugs) for name, index in indexes.items()},
        {name: len(index.passages) for name, index in indexes.items()},
        created,
        {},
    )
    by_slug = ({d.slug: d for d in guidance}, {a.slug: a for a in areas}, {e.slug: e for e in experts})
    return Snapshot(manifest, *by_slug, NO_REGISTERS, indexes, build_domain(library, embedder))


def save_snapshot(snapshot: Snapshot, folder: Path, registers: Registers = NO_REGISTERS) -> None:
    """Write the snapshot into folder, which exists and is empty."""
    library = Library(
        tuple(snapshot.guidance.values()), tuple(snapshot.problem_areas.values()), tuple(snapshot.experts.values())
    )
    write_snapshot(folder, snapshot.manifest, library, registers, snapshot.indexes, snapshot.domain)


def make_searcher(
    embedder: Embedder,
    guidance: Sequence[Guidance] = (),
    experts: Sequence[Expert] = (),
    areas: Sequence[ProblemArea] = (),
) -> Searcher:
    """A searcher of such a snapshot."""
    return open_searcher(make_snapshot(embedder, guidance, experts, areas), embedder)
