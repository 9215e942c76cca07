"""What speaks for a document: the signals that fusion weighs, computed for all candidates at once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.passages import FIELDS
from kb.retrieval.index import Index
from kb.retrieval.query import Query

N_CANDIDATES = 300
"""Passages taken from each of the two searches; their documents are scored in full."""

SIGNALS = (
    "lexical",
    "lexical_title",
    "lexical_body",
    "lexical_phrasing",
    "cosine_title",
    "cosine_body",
    "cosine_phrasing",
    "areas",
    "query_length",
)
"""lexical: the query's share in the whole document; lexical_* and cosine_*: in its best passage of that field; areas:
how far the query's problem areas are the document's; query_length: log10 of the number of words, the same for all."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """documents : int64 array (n,), positions in the index, ascending
    signals : float32 array (n, len(SIGNALS))
    passage_scores : float32 array (n_passages,), lexical share + cosine; -inf where not scored or never shown
    """

    documents: NDArray[np.int64]
    signals: NDArray[np.float32]
    passage_scores: NDArray[np.float32]


def gather_signals(
    index: Index, query: Query, area_overlap: NDArray[np.float32] | None, allowed: NDArray[np.bool_] | None
) -> Candidates:
    """The candidates of both searches with their signals.

    area_overlap : float32 array (n_documents,) in [0, 1], or None where areas do not apply
    allowed : bool array (n_documents,), True where a document may be found
    """
    lexical = index.passage_lexical.score(query.features)
    documents = _candidate_documents(index, query, lexical, allowed)
    where = _passages_of(index, documents)
    cosine = np.full(len(index.passages), -np.inf, np.float32)
    cosine[where] = index.vectors[where] @ query.vector
    columns = [index.document_lexical.score(query.features)[documents]]
    columns += [_best(index, documents, where, lexical, field) for field in range(len(FIELDS))]
    columns += [_best(index, documents, where, cosine, field) for field in range(len(FIELDS))]
    columns.append(area_overlap[documents] if area_overlap is not None else np.zeros(len(documents), np.float32))
    columns.append(np.full(len(documents), np.log10(len(query.words)), np.float32))
    shown = index.fields != FIELDS.index("phrasing")
    return Candidates(documents, np.stack(columns, 1), np.where(shown, lexical + cosine, -np.inf).astype(np.float32))


def _candidate_documents(
    index: Index, query: Query, lexical: NDArray[np.float32], allowed: NDArray[np.bool_] | None
) -> NDArray[np.int64]:
    passage_allowed = None if allowed is None else allowed[index.owners]
    found = np.where(passage_allowed, lexical, 0) if passage_allowed is not None else lexical
    n = min(N_CANDIDATES, len(found))
    if not n:
        return np.zeros(0, np.int64)
    by_words = np.argpartition(-found, n - 1)[:n]
    by_meaning = index.dense.search(query.vector, n, passage_allowed)
    positions = np.concatenate([by_words[found[by_words] > 0], by_meaning])
    return np.unique(index.owners[positions])


def _passages_of(index: Index, documents: NDArray[np.int64]) -> NDArray[np.int64]:
    lengths = index.starts[documents + 1] - index.starts[documents]
    before = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)[:-1]]) if len(lengths) else lengths
    return np.repeat(index.starts[documents] - before, lengths) + np.arange(lengths.sum())


def _best(
    index: Index,
    documents: NDArray[np.int64],
    where: NDArray[np.int64],
    scores: NDArray[np.float32],
    field: int,
) -> NDArray[np.float32]:
    """The best score of each document's passages of one field, 0 where it has none."""
    if not len(documents):
        return np.zeros(0, np.float32)
    of_field = np.where(index.fields[where] == field, scores[where], 0)
    lengths = index.starts[documents + 1] - index.starts[documents]
    first = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)[:-1]])
    best: NDArray[np.float32] = np.maximum.reduceat(of_field, first)
    return best
