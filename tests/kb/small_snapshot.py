"""Snapshots of a few documents, with the vectors of an embedder whose values can be worked out in the head."""

from collections.abc import Sequence
from pathlib import Path

from indexer.build import build_domain, build_indexes
from kb.documents import Expert, Guidance, Library, ProblemArea
from kb.embedding.embedder import Embedder
from kb.embedding.remembering import RememberingEmbedder
from kb.models.models import Models, load_models
from kb.registers import Registers
from kb.search.open_searcher import open_searcher
from kb.search.options import DEFAULT_OPTIONS, SearchOptions
from kb.search.searcher import Searcher
from kb.snapshot.manifest import FORMAT_VERSION, Manifest
from kb.snapshot.snapshot import Snapshot
from kb.snapshot.write_snapshot import write_snapshot
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
    indexes = build_indexes(library, RememberingEmbedder(embedder), lambda *_: None)
    manifest = Manifest(
        format_version=FORMAT_VERSION,
        id=snapshot_id,
        content_hash=f"content of {snapshot_id}",
        model_id=embedder.model_id,
        dim=embedder.dim,
        n_documents={name: len(index.slugs) for name, index in indexes.by_name.items()},
        n_passages={name: len(index.passages) for name, index in indexes.by_name.items()},
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
    write_snapshot(folder, snapshot.manifest, library, registers, snapshot.indexes, snapshot.domain, snapshot.danger)


def make_searcher(
    embedder: Embedder,
    guidance: Sequence[Guidance] = (),
    experts: Sequence[Expert] = (),
    areas: Sequence[ProblemArea] = (),
    models: Models | None = None,
    options: SearchOptions = DEFAULT_OPTIONS,
) -> Searcher:
    """A searcher of such a snapshot, with the shipped models when none are given."""
    return open_searcher(make_snapshot(embedder, guidance, experts, areas), embedder, models or load_models(), options)
