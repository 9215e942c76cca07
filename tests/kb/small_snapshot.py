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
        format_version=FORMAT_VERSION,
        id=snapshot_id,
        content_hash=f"content of {snapshot_id}",
        model_id=embedder.model_id,
        dim=embedder.dim,
        n_documents={name: len(index.slugs) for name, index in indexes.items()},
        n_passages={name: len(index.passages) for name, index in indexes.items()},
        created=created,
        files={},
    )
    return Snapshot(
        manifest=manifest,
        guidance={d.slug: d for d in guidance},
        problem_areas={a.slug: a for a in areas},
        experts={e.slug: e for e in experts},
        registers=NO_REGISTERS,
        indexes=indexes,
        domain=build_domain(library, embedder),
    )


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
