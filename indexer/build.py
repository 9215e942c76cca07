"""Content to a snapshot, written aside: passages, features, vectors, indexes."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import numpy as np

from indexer.content import front_matter
from indexer.content.load_documents import make_expert, make_guidance, make_problem_area
from indexer.content.read_content import Content
from kb.documents import Library
from kb.embedding.embedder import Embedder, Vectors
from kb.index.domain import Domain, fit_domain
from kb.index.passage_index import Index, build_index
from kb.index.passages import Document, Passage, count_words, cut_document
from kb.progress import Progress
from kb.registers import Registers
from kb.snapshot.manifest import FORMAT_VERSION, Manifest
from kb.snapshot.snapshot import COLLECTIONS, Indexes, Snapshot
from kb.snapshot.write_snapshot import write_snapshot

EMBED_BATCH = 2048

TryGate = Callable[[Snapshot], Manifest]
"""Called with the snapshot before it is written; its manifest with the verdict comes back, or the gate refuses."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a snapshot will hold, and the id that follows from it: the same content and model give the same id."""

    snapshot_id: str
    content_hash: str
    library: Library
    registers: Registers


def plan_snapshot(content: Content, model_id: str) -> Plan:
    """The documents that will be indexed; content must be free of errors.

    Experts without a basis for publication today are left out: no basis, no vector.
    """
    if content.registers is None:
        raise ValueError("the registers are damaged; check the content before a build")
    library = Library(
        tuple(make_guidance(e.model, e.file) for e in content.entries if isinstance(e.model, front_matter.Guidance)),
        tuple(
            make_problem_area(e.model, e.file) for e in content.entries if isinstance(e.model, front_matter.ProblemArea)
        ),
        tuple(
            expert
            for e in content.entries
            if isinstance(e.model, front_matter.Expert)
            and (expert := make_expert(e.model, e.file)).is_published(content.today)
        ),
        tuple(content.outside),
    )
    content_hash = hashlib.sha256(msgspec.json.encode((library, content.registers), order="sorted")).hexdigest()
    snapshot_id = hashlib.sha256(f"{FORMAT_VERSION} {content_hash} {model_id}".encode()).hexdigest()[:16]
    return Plan(snapshot_id, content_hash, library, content.registers)


def build_snapshot(
    plan: Plan,
    embedder: Embedder,
    folder: Path,
    known: Snapshot | None,
    progress: Progress,
    try_gate: TryGate | None = None,
) -> Manifest:
    """Write the snapshot into folder, which exists and is empty.

    known : an earlier snapshot of the same model, whose vectors are used again for passages that have not changed
    try_gate : judges the snapshot before anything is written, and returns its manifest with the verdict
    """
    indexes = build_indexes(plan.library, embedder, _known_vectors(known), progress)
    manifest = Manifest(
        format_version=FORMAT_VERSION,
        id=plan.snapshot_id,
        content_hash=plan.content_hash,
        model_id=embedder.model_id,
        dim=embedder.dim,
        n_documents={name: len(index.slugs) for name, index in indexes.by_name.items()},
        n_passages={name: len(index.passages) for name, index in indexes.by_name.items()},
        created=datetime.now(UTC).isoformat(timespec="microseconds"),
        files={},
    )
    domain = build_domain(plan.library, embedder)
    if try_gate:
        manifest = try_gate(hold_snapshot(manifest, plan, indexes, domain))
    return write_snapshot(folder, manifest, plan.library, plan.registers, indexes, domain)


def hold_snapshot(manifest: Manifest, plan: Plan, indexes: Indexes, domain: Domain | None) -> Snapshot:
    """The snapshot in memory, as it would be opened from disk."""
    library = plan.library
    return Snapshot(
        manifest=manifest,
        guidance={d.slug: d for d in library.guidance},
        problem_areas={d.slug: d for d in library.problem_areas},
        experts={d.slug: d for d in library.experts},
        registers=plan.registers,
        indexes=indexes,
        domain=domain,
        words=count_words(passage for index in indexes.by_name.values() for passage in index.passages),
    )


def build_indexes(library: Library, embedder: Embedder, known: Mapping[str, Vectors], progress: Progress) -> Indexes:
    """One index a kind of document. known : indexed text -> its vector, float32 (dim,), where it needs no embedding."""
    passages = {name: _cut(name, library) for name in COLLECTIONS}
    vectors = _embed_all(passages, embedder, known, progress)
    indexes: list[Index] = []
    for name, of_collection in passages.items():
        progress("index", len(indexes), len(passages))
        indexes.append(build_index(of_collection, vectors[name]))
    progress("index", len(passages), len(passages))
    return Indexes(*indexes)


def build_domain(library: Library, embedder: Embedder) -> Domain | None:
    """What separates the documents and how people ask for them from the topics that have no answer here."""
    passages = [*_cut("guidance", library), *_cut("problem-areas", library)]
    inside = embedder.embed_queries([passage.text for passage in passages])
    return fit_domain(inside, embedder.embed_queries(list(library.outside)))


def _cut(collection: str, library: Library) -> list[Passage]:
    names = {d.slug: d.title for d in library.guidance} | {a.slug: a.title for a in library.problem_areas}
    documents: Mapping[str, Sequence[Document]] = {
        "guidance": library.guidance,
        "problem-areas": library.problem_areas,
        "experts": library.experts,
    }
    return [passage for document in documents[collection] for passage in cut_document(document, names)]


def _known_vectors(known: Snapshot | None) -> dict[str, Vectors]:
    if known is None:
        return {}
    return {
        passage.indexed_text: vector
        for index in known.indexes.by_name.values()
        for passage, vector in zip(index.passages, _read_vectors(index), strict=True)
    }


def _read_vectors(index: Index) -> Vectors:
    return index.vectors.vectors(np.arange(index.vectors.n_vectors))


def _embed_all(
    passages: Mapping[str, list[Passage]], embedder: Embedder, known: Mapping[str, Vectors], progress: Progress
) -> dict[str, Vectors]:
    texts = list(dict.fromkeys(p.indexed_text for of_one in passages.values() for p in of_one))
    new = [text for text in texts if text not in known]
    fresh: dict[str, Vectors] = {}
    for first in range(0, len(new), EMBED_BATCH):
        progress("embed", first, len(new))
        batch = new[first : first + EMBED_BATCH]
        fresh.update(zip(batch, embedder.embed_passages(batch), strict=True))
    progress("embed", len(new), len(new))
    vectors = {**{text: known[text] for text in texts if text in known}, **fresh}
    return {
        name: np.stack([vectors[p.indexed_text] for p in of_one]).astype(np.float32)
        if of_one
        else np.zeros((0, embedder.dim), np.float32)
        for name, of_one in passages.items()
    }
