"""A collection of documents, indexed: passages with vectors and lexical weights, at passage and at document level."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from kb.embedding.embedder import Vectors
from kb.index.classifier import Classifier
from kb.index.engines import build_lexical_index, build_vector_index, load_lexical_index, load_vector_index
from kb.index.lexical_index import DEFAULT_OPTIONS, LexicalIndex, LexicalOptions
from kb.index.passages import FIELDS, Field, Passage
from kb.index.vector_index import VectorIndex
from kb.text.analysis import count_features

FIELD_WEIGHTS: Mapping[Field, float] = {"title": 3.0, "body": 1.0, "phrasing": 1.5}
VECTORS, CLASSIFIER = "vectors.faiss", "classifier.npy"


@dataclass(frozen=True, slots=True)
class IndexOptions:
    """field_weights : how much a feature's count in a field is worth in the document's own lexical weights."""

    lexical: LexicalOptions = DEFAULT_OPTIONS
    field_weights: Mapping[Field, float] = field(default_factory=lambda: FIELD_WEIGHTS)


AS_SHIPPED = IndexOptions()


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """passages stand in the order of slugs, so that a document's are neighbours.

    starts : int64 array (n_documents + 1,), where a document's passages begin
    owners : int64 array (n_passages,), the position of the passage's document
    fields : int8 array (n_passages,), position of the passage's field in FIELDS
    runs : int64 array (n_passages,), owner x len(FIELDS) + field: ascending, and alike for neighbours of one field
    vectors, passage_lexical : at the positions of passages; document_lexical : at those of documents
    classifier : of the documents in their order; None where no example tells of them
    """

    slugs: tuple[str, ...]
    passages: tuple[Passage, ...]
    starts: NDArray[np.int64]
    owners: NDArray[np.int64]
    fields: NDArray[np.int8]
    runs: NDArray[np.int64]
    vectors: VectorIndex
    passage_lexical: LexicalIndex
    document_lexical: LexicalIndex
    classifier: Classifier | None = None

    def position(self, slug: str) -> int:
        return self.slugs.index(slug)


def build_index(
    passages: Sequence[Passage],
    vectors: Vectors,
    classifier: Classifier | None = None,
    options: IndexOptions = AS_SHIPPED,
) -> Index:
    """An index of passages (a document's standing together) with one vector each, float32 (n_passages, dim).

    classifier : of the documents in the order in which their passages stand
    """
    counts = [count_features(p.indexed_text if p.field == "title" else f"{p.heading} {p.text}") for p in passages]
    of_documents = list(_document_counts(passages, counts, options.field_weights))
    return _assemble(
        tuple(passages),
        build_vector_index(vectors),
        build_lexical_index(counts, options.lexical),
        build_lexical_index(of_documents, options.lexical),
        classifier,
    )


def drop_documents(index: Index, slugs: Collection[str]) -> Index:
    """The index as it would have been built without those documents: none of their words and vectors is in it."""
    kept = [position for position, passage in enumerate(index.passages) if passage.slug not in slugs]
    documents = [position for position, slug in enumerate(index.slugs) if slug not in slugs]
    return build_index(
        [index.passages[position] for position in kept],
        index.vectors.vectors(np.array(kept, np.int64)),
        index.classifier and Classifier(index.classifier.weights[:, documents]),
    )


def save_index(index: Index, folder: Path) -> None:
    """Write the index into folder, which is made; the same index gives the same bytes."""
    folder.mkdir(parents=True)
    (folder / "passages.json").write_bytes(msgspec.json.format(msgspec.json.encode(index.passages), indent=1))
    index.vectors.save(folder / VECTORS)
    index.passage_lexical.save(folder / "lexical-passages")
    index.document_lexical.save(folder / "lexical-documents")
    if index.classifier is not None:
        np.save(folder / CLASSIFIER, index.classifier.weights)


def load_index(folder: Path) -> Index:
    """The index in folder; vectors and lexical weights are memory-mapped."""
    learnt = folder / CLASSIFIER
    return _assemble(
        msgspec.json.decode((folder / "passages.json").read_bytes(), type=tuple[Passage, ...]),
        load_vector_index(folder / VECTORS),
        load_lexical_index(folder / "lexical-passages"),
        load_lexical_index(folder / "lexical-documents"),
        Classifier(np.load(learnt)) if learnt.is_file() else None,
    )


def _assemble(
    passages: tuple[Passage, ...],
    vectors: VectorIndex,
    passage_lexical: LexicalIndex,
    document_lexical: LexicalIndex,
    classifier: Classifier | None,
) -> Index:
    sizes = [(slug, len(list(group))) for slug, group in groupby(p.slug for p in passages)]
    lengths = np.array([size for _, size in sizes], np.int64)
    owners = np.repeat(np.arange(len(sizes)), lengths)
    fields = np.array([FIELDS.index(p.field) for p in passages], np.int8)
    return Index(
        slugs=tuple(slug for slug, _ in sizes),
        passages=passages,
        starts=np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)]),
        owners=owners,
        fields=fields,
        runs=owners * len(FIELDS) + fields,
        vectors=vectors,
        passage_lexical=passage_lexical,
        document_lexical=document_lexical,
        classifier=classifier,
    )


def _document_counts(
    passages: Sequence[Passage], counts: Sequence[Counter[str]], field_weights: Mapping[Field, float]
) -> Iterator[dict[str, float]]:
    for _, group in groupby(zip(passages, counts, strict=True), key=lambda pair: pair[0].slug):
        total: dict[str, float] = {}
        for passage, features in group:
            weight = field_weights[passage.field]
            for feature, count in features.items():
                total[feature] = total.get(feature, 0.0) + weight * count
        yield total
