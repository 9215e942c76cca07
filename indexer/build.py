"""Content to a snapshot, written aside: passages, features, vectors, indexes."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import numpy as np

from indexer.content import front_matter
from indexer.content.load_documents import make_expert, make_guidance, make_problem_area
from indexer.content.read_content import Content
from indexer.danger import teach_danger
from indexer.lessons import teach_guidance, teach_problem_areas
from kb.documents import Library
from kb.embedding.embedder import Embedder, Vectors
from kb.embedding.known_queries import find_known
from kb.embedding.remembering import RememberingEmbedder
from kb.index.classifier import fit_classifier
from kb.index.domain import Domain, fit_domain
from kb.index.passage_index import Index, build_index
from kb.index.passages import Document, Passage, count_words, cut_document, embed
from kb.progress import Progress
from kb.registers import Registers
from kb.snapshot.manifest import FORMAT_VERSION, Manifest
from kb.snapshot.snapshot import COLLECTIONS, Indexes, Snapshot
from kb.snapshot.write_snapshot import write_snapshot
from kb.urgency.recogniser import Recogniser

EMBED_BATCH = 256

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
            and (expert := make_expert(e.model, e.file, demo=e.demo)).is_published(content.today)
        ),
        tuple(content.outside),
        tuple(placed.example for placed in content.examples),
        tuple(placed.example for placed in content.danger),
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
    remembering = recall(known, embedder, list_queries(plan.library))
    indexes = build_indexes(plan.library, remembering, progress)
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
        demo=any(expert.demo for expert in plan.library.experts),
    )
    domain = build_domain(plan.library, remembering)
    danger = teach_danger(plan.library, remembering)
    if try_gate:
        manifest = try_gate(hold_snapshot(manifest, plan, indexes, domain, danger))
    return write_snapshot(folder, manifest, plan.library, plan.registers, indexes, domain, danger)


def hold_snapshot(
    manifest: Manifest, plan: Plan, indexes: Indexes, domain: Domain | None, danger: Recogniser | None = None
) -> Snapshot:
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
        danger=danger,
        words=count_words(passage for index in indexes.by_name.values() for passage in index.passages),
    )


def recall(known: Snapshot | None, embedder: Embedder, asked: Iterable[str] = ()) -> RememberingEmbedder:
    """The embedder, which knows the vectors of the snapshot, built by the same model, as well.

    asked : queries whose vectors may ship with the model
    """
    queries: dict[str, Vectors] = find_known(asked, embedder.model_id)
    passages: dict[str, Vectors] = {}
    for index in known.indexes.by_name.values() if known else ():
        for passage, vector in zip(
            index.passages, index.vectors.vectors(np.arange(index.vectors.n_vectors)), strict=True
        ):
            (queries if passage.field == "phrasing" else passages)[passage.indexed_text] = vector
    if known and known.domain:
        for texts, of_side in zip(known.domain.texts, (known.domain.inside, known.domain.outside), strict=True):
            queries.update(zip(texts, of_side.vectors(np.arange(len(texts))), strict=True))
    if known and known.danger:
        queries.update(zip(known.danger.texts, known.danger.vectors, strict=True))
    return RememberingEmbedder(embedder, queries, passages)


def build_indexes(library: Library, embedder: RememberingEmbedder, progress: Progress) -> Indexes:
    """One index a kind of document."""
    cut = [_cut(name, library) for name in COLLECTIONS]
    vectors = _embed_all(cut, embedder, progress)
    lessons = (teach_guidance(library, embedder), teach_problem_areas(library, embedder), None)
    indexes: list[Index] = []
    for passages, embedded, of_kind in zip(cut, vectors, lessons, strict=True):
        progress("index", len(indexes), len(cut))
        indexes.append(build_index(passages, embedded, fit_classifier(of_kind) if of_kind else None))
    progress("index", len(cut), len(cut))
    return Indexes(*indexes)


def list_queries(library: Library) -> Iterator[str]:
    """All that is embedded as a query for a snapshot of the library."""
    yield from (passage.text for name in COLLECTIONS for passage in _cut(name, library) if passage.field == "phrasing")
    yield from (document.title for document in library.guidance)
    yield from (area.title for area in library.problem_areas)
    yield from (example.query for example in library.examples)
    yield from library.outside


def build_domain(library: Library, embedder: Embedder) -> Domain | None:
    """What separates how people ask for the documents from what has no answer here."""
    titles = [*(document.title for document in library.guidance), *(area.title for area in library.problem_areas)]
    passages = [passage for name in ("guidance", "problem-areas") for passage in _cut(name, library)]
    asked = [passage.text for passage in passages if passage.field == "phrasing"]
    answered = [example.query for example in library.examples if example.relevant]
    unanswered = [example.query for example in library.examples if not example.relevant]
    inside, outside = (*titles, *asked, *answered), (*library.outside, *unanswered)
    return fit_domain(embedder.embed_queries(inside), embedder.embed_queries(outside), (inside, outside))


def _cut(collection: str, library: Library) -> list[Passage]:
    names = {d.slug: d.title for d in library.guidance} | {a.slug: a.title for a in library.problem_areas}
    documents: Mapping[str, Sequence[Document]] = {
        "guidance": library.guidance,
        "problem-areas": library.problem_areas,
        "experts": library.experts,
    }
    return [passage for document in documents[collection] for passage in cut_document(document, names)]


def _embed_all(cut: Sequence[Sequence[Passage]], embedder: RememberingEmbedder, progress: Progress) -> list[Vectors]:
    """The vectors of each collection's passages; progress counts the texts that are embedded."""
    texts = {(p.indexed_text, p.field == "phrasing"): p for passages in cut for p in passages}
    new = [p for (text, as_query), p in texts.items() if not embedder.knows(text, as_query=as_query)]
    for first in range(0, len(new), EMBED_BATCH):
        progress("embed", first, len(new))
        embed(new[first : first + EMBED_BATCH], embedder)
    progress("embed", len(new), len(new))
    return [embed(passages, embedder) for passages in cut]
