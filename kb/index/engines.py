"""Which implementations serve the two ports: the one place that chooses them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from kb.embedding.embedder import Vectors
from kb.index.faiss_index import FaissIndex
from kb.index.lexical_index import DEFAULT_OPTIONS, LexicalIndex, LexicalOptions
from kb.index.sparse_lexical import SparseLexicalIndex
from kb.index.vector_index import VectorIndex


def build_vector_index(vectors: Vectors) -> VectorIndex:
    """An index of float32 array (n_vectors, dim)."""
    return FaissIndex.build(vectors)


def load_vector_index(path: Path) -> VectorIndex:
    """The index that was saved in the file."""
    return FaissIndex.load(path)


def build_lexical_index(
    texts: Sequence[Mapping[str, float]], options: LexicalOptions = DEFAULT_OPTIONS
) -> LexicalIndex:
    """An index of the texts, each given as feature -> count, above 0."""
    return SparseLexicalIndex.build(texts, options)


def load_lexical_index(folder: Path) -> LexicalIndex:
    """The index that was saved in the folder."""
    return SparseLexicalIndex.load(folder)
