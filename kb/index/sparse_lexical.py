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

from kb.index.lexical_index import DEFAULT_OPTIONS, LexicalOptions

BLOCK = 128
"""Scores of which the highest is looked for first, where a few of very many are wanted."""
UNKNOWN = DEFAULT_OPTIONS.k1 + 1
"""By what the idf of an unknown feature is multiplied, whatever the index's own k1: the models were fitted with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SparseLexicalIndex:
    """Weights of features in texts, ready to be summed for a query; see LexicalIndex.

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

    def score(self, query: Mapping[str, float], positions: NDArray[np.int64] | None = None) -> NDArray[np.float32]:
        scores = self._score_all(query)
        return scores if positions is None else scores[positions]

    def search(self, query: Mapping[str, float], n: int, allowed: NDArray[np.bool_] | None = None) -> NDArray[np.int64]:
        every = self.score(query)
        return _find_best(every if allowed is None else np.where(allowed, every, 0), n)

    def compare(self, position: int) -> NDArray[np.float64]:
        of_text = self.texts == position
        rows = np.searchsorted(self.starts, np.flatnonzero(of_text), side="right") - 1
        own = np.zeros(len(self.ceilings))
        own[rows] = self.weights[of_text]
        shared = self.weights * np.repeat(own, np.diff(self.starts))
        sums = np.bincount(self.texts, weights=shared, minlength=self.n_texts)
        lengths = np.sqrt(np.bincount(self.texts, weights=self.weights.astype(np.float64) ** 2, minlength=self.n_texts))
        return np.asarray(sums / np.maximum(lengths * lengths[position], 1e-12), np.float64)

    def idf_share(self, feature: str) -> float:
        row = self.vocabulary.get(feature)
        return 1.0 if row is None else min(1.0, float(self.ceilings[row]) / self._rarest())

    def save(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        for name in ("starts", "texts", "weights", "ceilings"):
            np.save(folder / f"{name}.npy", getattr(self, name))
        rows = {"n_texts": self.n_texts, "features": list(self.vocabulary)}
        (folder / "vocabulary.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "SparseLexicalIndex":
        """The index in folder, its arrays memory-mapped."""
        rows = json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))
        # asarray: a plain view of the mapped file, since indexing a numpy.memmap costs more than the arithmetic
        names = ("starts", "texts", "weights", "ceilings")
        starts, texts, weights, ceilings = (np.asarray(np.load(folder / f"{n}.npy", mmap_mode="r")) for n in names)
        vocabulary = {feature: row for row, feature in enumerate(rows["features"])}
        return cls(
            vocabulary=vocabulary,
            starts=starts,
            texts=texts,
            weights=weights,
            ceilings=ceilings,
            n_texts=rows["n_texts"],
        )

    @classmethod
    def build(
        cls, texts: Sequence[Mapping[str, float]], options: LexicalOptions = DEFAULT_OPTIONS
    ) -> "SparseLexicalIndex":
        """An index of the texts, each given as feature -> count (counts may be weighted by field, above 0)."""
        k1, b = options.k1, options.b
        vocabulary = {feature: row for row, feature in enumerate(sorted({f for text in texts for f in text}))}
        rows, columns, counts = _list_entries(texts, vocabulary)
        lengths = np.bincount(columns, weights=counts, minlength=len(texts))
        discount = k1 * (1 - b + b * lengths / max(1e-9, lengths.mean() if len(lengths) else 0))
        holders = np.bincount(rows, minlength=len(vocabulary))
        ceilings = _idf(holders, len(texts)) * (k1 + 1)
        weights = ceilings[rows] * counts / (counts + discount[columns])
        return cls(
            vocabulary=vocabulary,
            starts=np.concatenate([np.zeros(1, np.int64), np.cumsum(holders)]),
            texts=columns.astype(np.int32),
            weights=weights.astype(np.float32),
            ceilings=ceilings.astype(np.float32),
            n_texts=len(texts),
        )

    def _score_all(self, query: Mapping[str, float]) -> NDArray[np.float32]:
        found = np.fromiter(map(self.vocabulary.get, query, repeat(-1)), np.int64, len(query))
        weights = np.fromiter(query.values(), np.float32, len(query))
        is_known = found >= 0
        rows, known = found[is_known], weights[is_known]
        most = float(self.ceilings[rows] @ known) + self._rarest() * float(weights[~is_known].sum())
        sums = self._sum(rows, known) if len(rows) and most else np.zeros(self.n_texts)
        scores = np.asarray(sums / (most or 1.0), np.float32)
        scores.flags.writeable = False
        return scores

    def _sum(self, rows: NDArray[np.int64], query_weights: NDArray[np.float32]) -> NDArray[np.float64]:
        """float64 array (n_texts,): the weights of the rows, each times the query's, added by text."""
        first, last = self.starts[rows], self.starts[rows + 1]
        spans = [slice(start, end) for start, end in zip(first.tolist(), last.tolist(), strict=True)]
        texts = np.concatenate([self.texts[span] for span in spans], dtype=np.int64)  # as bincount would make them
        won = np.concatenate([self.weights[span] for span in spans]) * np.repeat(query_weights, last - first)
        return np.asarray(np.bincount(texts, weights=won, minlength=self.n_texts), np.float64)

    def _rarest(self) -> float:
        """The ceiling of a feature that occurs in one text."""
        return log1p((self.n_texts - 1 + 0.5) / (1 + 0.5)) * UNKNOWN


def _find_best(scores: NDArray[np.float32], n: int) -> NDArray[np.int64]:
    """The positions of the at most n highest scores above 0.

    The n-th highest of the blocks' highest is no higher than the n-th score of all, and few scores reach it.
    """
    if len(scores) >= n * BLOCK > 0:
        tops = np.maximum.reduceat(scores, np.arange(0, len(scores), BLOCK))
        within = np.flatnonzero(scores >= np.partition(tops, len(tops) - n)[len(tops) - n])
    else:
        within = np.arange(len(scores))
    kept = within[scores[within] > 0]
    return kept if len(kept) <= n else kept[np.argpartition(-scores[kept], n - 1)[:n]]


def _list_entries(
    texts: Sequence[Mapping[str, float]], vocabulary: Mapping[str, int]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Row, text and count of every feature in every text, by row, then by text."""
    rows = np.fromiter((vocabulary[feature] for text in texts for feature in text), np.int64)
    columns = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    counts = np.fromiter((count for text in texts for count in text.values()), np.float64)
    order = np.argsort(rows * max(1, len(texts)) + columns)
    return rows[order], columns[order], counts[order]


def _idf(holders: NDArray[np.int64], n_texts: int) -> NDArray[np.float64]:
    result: NDArray[np.float64] = np.log1p((n_texts - holders + 0.5) / (holders + 0.5))
    return result
