"""What the rest of the product asks of an embedding model."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """A model that turns texts into vectors whose inner product is their likeness in meaning.

    model_id : names the model and its weights; a snapshot is searched by the same model_id as built it
    dim : length of the vectors
    """

    @property
    def model_id(self) -> str: ...

    @property
    def dim(self) -> int: ...

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """float32 array (n_texts, dim), rows of L2 norm 1, or 0 for a text with no known token."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """As embed_queries, for the texts that are searched."""
        ...


@runtime_checkable
class UnitEmbedder(Protocol):
    """A model that reads stretches of text part by part.

    dim : length of the vectors
    query_model_id : of the model whose vector of a part as a query is the end of its vector here
    """

    @property
    def dim(self) -> int: ...

    @property
    def query_model_id(self) -> str: ...

    def embed_parts(self, stretches: Sequence[Sequence[str]]) -> Vectors:
        """float32 array (n_parts, dim), no row all 0: each part in the light of the others of its stretch.

        stretches : each some parts that follow each other, about 200 words in all
        """
        ...
