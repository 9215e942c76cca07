"""What is asked of an index of words: how much of a query each text holds, whichever engine counts it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class LexicalOptions:
    """k1 : how fast a feature's repetition stops counting, at least 0
    b : how much a long text is discounted, in [0, 1]

    Raises
    ------
    ValueError : one of them is out of range
    """

    k1: float = 1.0
    b: float = 0.9

    def __post_init__(self) -> None:
        if self.k1 < 0 or not 0 <= self.b <= 1:
            raise ValueError(f"k1 {self.k1} must be at least 0 and b {self.b} in [0, 1]")


DEFAULT_OPTIONS = LexicalOptions()


class LexicalIndex(Protocol):
    """Texts at positions from 0, known by the features in them."""

    @property
    def n_texts(self) -> int: ...

    def score(self, query: Mapping[str, float], positions: NDArray[np.int64] | None = None) -> NDArray[np.float32]:
        """float32 array (n,): BM25 of the texts at positions, or of all, as a share, in [0, 1], of what it could be.

        query : feature -> its weight, above 0; a feature that no text holds still counts in the share, at the ceiling
            of a feature that occurs in one text, so that a query of unknown words scores low
        """
        ...

    def search(self, query: Mapping[str, float], n: int, allowed: NDArray[np.bool_] | None = None) -> NDArray[np.int64]:
        """int64 array of the at most n positions that score highest, in any order, none that scores 0.

        allowed : bool array (n_texts,), True where a text may be found; the filter acts inside the search
        """
        ...

    def compare(self, position: int) -> NDArray[np.float64]:
        """float64 array (n_texts,) in [0, 1]: the cosine of each text's weights and those of the text at a position."""
        ...

    def idf_share(self, feature: str) -> float:
        """How rare the feature is, in [0, 1]; 1 when no text holds it."""
        ...

    def save(self, folder: Path) -> None:
        """Write the index into folder, which is made; the same texts give the same bytes."""
        ...
