"""A collection of documents, indexed: passages with vectors and lexical weights, at passage and at document level."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from kb.embedding.embedder import Vectors
from kb.index.faiss_index import FaissIndex
from kb.index.lexical import LexicalIndex, build_lexical_index
from kb.index.passages import FIELDS, Field, Passage
from kb.index.vector_index import VectorIndex
from kb.text.analysis import count_features

FIELD_WEIGHTS: Mapping[Field, float] = {"title": 3.0, "body": 1.0, "phrasing": 1.5}
"""How much a feature's count in a field is worth in the document's own lexical weights."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """passages stand in the order of slugs, so that a document's are neighbours.

    starts : int64 array (n_documents + 1,), where a document's passages begin
    owners : int64 array (n_passages,), the position of the passage's document
    fields : int8 array (n_passages,), position of the passage's field in FIELDS
    vectors : float32 array (n_passages, dim), rows of L2 norm 1
    """

    slugs: tuple[str, ...]
    passages: tuple[Passage, ...]
    starts: NDArray[np.int64]
    owners: NDArray[np.int64]
    fields: NDArray[np.int8]
    vectors: Vectors
    dense: VectorIndex
    passage_lexical: LexicalIndex
    document_lexical: LexicalIndex

    def position(self, slug: str) -> int:
        return self.slugs.index(slug)


def build_index(passages: Sequence[Passage], vectors: Vectors) -> Index:
    """An index of passages (a document's standing together) with one vector each."""
    counts = [count_features(p.indexed_text if p.field == "title" else f"{p.heading} {p.text}") for p in passages]
    passage_lexical = build_lexical_index(counts)
    document_lexical = build_lexical_index(list(_document_counts(passages, counts)))
    return _assemble(tuple(passages), vectors, FaissIndex.build(vectors), passage_lexical, document_lexical)


def save_index(index: Index, folder: Path) -> None:
    """Write the index into folder, which is made; the same index gives the same bytes."""
    folder.mkdir(parents=True)
    (folder / "passages.json").write_bytes(msgspec.json.format(msgspec.json.encode(index.passages), indent=1))
    np.save(folder / "vectors.npy", index.vectors)
    if isinstance(index.dense, FaissIndex):
        index.dense.save(folder / "dense.faiss")
    index.passage_lexical.save(folder / "lexical-passages")
    index.document_lexical.save(folder / "lexical-documents")


def load_index(folder: Path) -> Index:
    """The index in folder; arrays are memory-mapped."""
    passages = msgspec.json.decode((folder / "passages.json").read_bytes(), type=tuple[Passage, ...])
    return _assemble(
        passages,
        np.asarray(np.load(folder / "vectors.npy", mmap_mode="r")),
        FaissIndex.load(folder / "dense.faiss"),
        LexicalIndex.load(folder / "lexical-passages"),
        LexicalIndex.load(folder / "lexical-documents"),
    )


def _assemble(
    passages: tuple[Passage, ...],
    vectors: Vectors,
    dense: VectorIndex,
    passage_lexical: LexicalIndex,
    document_lexical: LexicalIndex,
) -> Index:
    sizes = [(slug, len(list(group))) for slug, group in groupby(p.slug for p in passages)]
    lengths = np.array([size for _, size in sizes], np.int64)
    return Index(
        slugs=tuple(slug for slug, _ in sizes),
        passages=passages,
        starts=np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)]),
        owners=np.repeat(np.arange(len(sizes)), lengths),
        fields=np.array([FIELDS.index(p.field) for p in passages], np.int8),
        vectors=vectors,
        dense=dense,
        passage_lexical=passage_lexical,
        document_lexical=document_lexical,
    )


def _document_counts(passages: Sequence[Passage], counts: Sequence[Counter[str]]) -> Iterator[dict[str, float]]:
    for _, group in groupby(zip(passages, counts, strict=True), key=lambda pair: pair[0].slug):
        total: dict[str, float] = {}
        for passage, features in group:
            weight = FIELD_WEIGHTS[passage.field]
            for feature, count in features.items():
                total[feature] = total.get(feature, 0.0) + weight * count
        yield total
