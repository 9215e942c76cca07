"""BM25 over features, as one sparse matrix: every text's score for a query in one pass, and the most it could be.

Source: Robertson and Zaragoza, Foundations and Trends in Information Retrieval 3(4), 2009, pp. 333-389.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from math import log1p
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

K1 = 1.0
B = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class LexicalIndex:
    """Weights of features in texts, ready to be summed for a query.

    vocabulary : feature -> its row
    starts : int64 array (n_features + 1,), where a row begins in texts and weights
    texts : int32 array, the positions of the texts that hold the feature
    weights : float32 array, beside texts; in (0, ceilings of the row)
    ceilings : float32 array (n_features,), idf x (k1 + 1): what a text could win by the feature at most
    """

    vocabulary: Mapping[str, int]
    starts: NDArray[np.int64]
    texts: NDArray[np.int32]
    weights: NDArray[np.float32]
    ceilings: NDArray[np.float32]
    n_texts: int

    def score(self, query: Mapping[str, float]) -> NDArray[np.float32]:
        """float32 array (n_texts,): BM25 as a share, in [0, 1], of what the query could score at most.

        query : feature -> its weight, above 0; a feature that no text holds still counts in the share, at the ceiling
            of a feature that occurs in one text, so that a query of unknown words scores low
        """
        found = np.fromiter(map(self.vocabulary.get, query, repeat(-1)), np.int64, len(query))
        weights = np.fromiter(query.values(), np.float32, len(query))
        is_known = found >= 0
        rows, known = found[is_known], weights[is_known]
        most = float(self.ceilings[rows] @ known) + self._rarest() * float(weights[~is_known].sum())
        if not len(rows) or not most:
            return np.zeros(self.n_texts, np.float32)
        first, last = self.starts[rows], self.starts[rows + 1]
        spans = [slice(start, end) for start, end in zip(first.tolist(), last.tolist(), strict=True)]
        texts = np.concatenate([self.texts[span] for span in spans])
        won = np.concatenate([self.weights[span] for span in spans]) * np.repeat(known, last - first)
        sums = np.bincount(texts, weights=won, minlength=self.n_texts)
        return np.asarray(sums / most, np.float32)

    def compare(self, text: int) -> NDArray[np.float64]:
        """float64 array (n_texts,) in [0, 1]: the cosine of each text's weights and those of the text at a position."""
        of_text = self.texts == text
        rows = np.searchsorted(self.starts, np.flatnonzero(of_text), side="right") - 1
        own = np.zeros(len(self.ceilings))
        own[rows] = self.weights[of_text]
        shared = self.weights * np.repeat(own, np.diff(self.starts))
        sums = np.bincount(self.texts, weights=shared, minlength=self.n_texts)
        lengths = np.sqrt(np.bincount(self.texts, weights=self.weights.astype(np.float64) ** 2, minlength=self.n_texts))
        return np.asarray(sums / np.maximum(lengths * lengths[text], 1e-12), np.float64)

    def idf_share(self, feature: str) -> float:
        """How rare the feature is, in [0, 1]; 1 when no text holds it."""
        row = self.vocabulary.get(feature)
        return 1.0 if row is None else min(1.0, float(self.ceilings[row]) / self._rarest())

    def _rarest(self) -> float:
        """The ceiling of a feature that occurs in one text."""
        return log1p((self.n_texts - 1 + 0.5) / (1 + 0.5)) * (K1 + 1)

    def save(self, folder: Path) -> None:
        """Write the index into folder, which is made; the same index gives the same bytes."""
        folder.mkdir(parents=True)
        for name in ("starts", "texts", "weights", "ceilings"):
            np.save(folder / f"{name}.npy", getattr(self, name))
        rows = {"n_texts": self.n_texts, "features": list(self.vocabulary)}
        (folder / "vocabulary.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "LexicalIndex":
        """The index in folder, its arrays memory-mapped."""
        rows = json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))
        # asarray: a plain view of the mapped file, since indexing a numpy.memmap costs more than the arithmetic
        names = ("starts", "texts", "weights", "ceilings")
        arrays = {n: np.asarray(np.load(folder / f"{n}.npy", mmap_mode="r")) for n in names}
        vocabulary = {feature: row for row, feature in enumerate(rows["features"])}
        return cls(vocabulary=vocabulary, **arrays, n_texts=rows["n_texts"])


def build_lexical_index(texts: Sequence[Mapping[str, float]], k1: float = K1, b: float = B) -> LexicalIndex:
    """An index of the texts, each given as feature -> count (counts may be weighted by field, above 0).

    k1 : how fast a feature's repetition stops counting, at least 0
    b : how much a long text is discounted, in [0, 1]

    Raises
    ------
    ValueError : k1 or b out of range
    """
    if k1 < 0 or not 0 <= b <= 1:
        raise ValueError(f"k1 {k1} must be at least 0 and b {b} in [0, 1]")
    vocabulary = {feature: row for row, feature in enumerate(sorted({f for text in texts for f in text}))}
    counts = _count_matrix(texts, vocabulary)
    lengths = np.asarray(counts.sum(axis=0)).ravel()
    discount = k1 * (1 - b + b * lengths / max(1e-9, lengths.mean() if len(lengths) else 0))
    holders = np.diff(counts.indptr)
    ceilings = _idf(holders, len(texts)) * (k1 + 1)
    frequency = counts.data
    weights = np.repeat(ceilings, holders) * frequency / (frequency + discount[counts.indices])
    return LexicalIndex(
        vocabulary=vocabulary,
        starts=counts.indptr.astype(np.int64),
        texts=counts.indices.astype(np.int32),
        weights=weights.astype(np.float32),
        ceilings=ceilings.astype(np.float32),
        n_texts=len(texts),
    )


def _count_matrix(texts: Sequence[Mapping[str, float]], vocabulary: Mapping[str, int]) -> sparse.csr_array:
    rows = np.fromiter((vocabulary[feature] for text in texts for feature in text), np.int64)
    columns = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    data = np.fromiter((count for text in texts for count in text.values()), np.float64)
    matrix = sparse.csr_array((data, (rows, columns)), shape=(len(vocabulary), len(texts)))
    matrix.sort_indices()
    return matrix


def _idf(holders: NDArray[np.int64] | NDArray[np.float64], n_texts: int) -> NDArray[np.float64]:
    result: NDArray[np.float64] = np.log1p((n_texts - holders + 0.5) / (holders + 0.5))
    return result
