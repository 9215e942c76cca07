"""Which documents are scored for a query, and the scores of their passages by words and by meaning."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.index.passage_index import Index
from kb.index.passages import FIELDS
from kb.search.options import SearchOptions
from kb.search.query import Query


@dataclass(frozen=True, slots=True)
class Candidates:
    """documents : int64 array (n,), positions in the index, ascending
    passages : int64 array (n_scored,), the positions of all their passages, in order
    lexical, cosine : float32 arrays (n_scored,), the passages' share of the query's words, and its cosine
    """

    documents: NDArray[np.int64]
    passages: NDArray[np.int64]
    lexical: NDArray[np.float32]
    cosine: NDArray[np.float32]


def find_candidates(
    index: Index, query: Query, allowed: NDArray[np.bool_] | None, options: SearchOptions
) -> Candidates:
    """The documents of both searches with the scores of their passages.

    allowed : bool array (n_documents,), what has places of its own beside those of all documents, so that it is found
        however many others lie before it
    """
    documents = _find_documents(index, query, None, options)
    if allowed is not None:
        documents = np.union1d(documents, _find_documents(index, query, allowed, options))
    passages = _list_passages(index, documents)
    wanted = None if len(documents) == len(index.slugs) else passages  # all at once take half the time
    return Candidates(
        documents,
        passages,
        index.passage_lexical.score(query.features, wanted),
        index.vectors.score(query.vector, wanted),
    )


def find_best_by_field(index: Index, candidates: Candidates) -> NDArray[np.float32]:
    """float32 array (n, 2 len(FIELDS)): of each candidate's passages of each field, the best lexical share, then the
    best cosine; 0 where none is above it.
    """
    best = np.zeros((2, len(index.slugs), len(FIELDS)), np.float32)
    if len(candidates.passages):
        runs = index.runs[candidates.passages]
        first = np.concatenate([[0], 1 + np.flatnonzero(runs[1:] != runs[:-1])])
        scores = np.stack([candidates.lexical, candidates.cosine])
        best.reshape(2, -1)[:, runs[first]] = np.maximum(np.maximum.reduceat(scores, first, axis=1), 0)
    return np.concatenate([best[0], best[1]], axis=1)[candidates.documents]


def score_shown_passages(index: Index, candidates: Candidates) -> NDArray[np.float32]:
    """float32 array (n_passages,): lexical share + cosine; -inf where not scored or never shown."""
    scores = np.full(len(index.passages), -np.inf, np.float32)
    scores[candidates.passages] = candidates.lexical + candidates.cosine
    scores[index.fields == FIELDS.index("phrasing")] = -np.inf
    return scores


def _find_documents(
    index: Index, query: Query, allowed: NDArray[np.bool_] | None, options: SearchOptions
) -> NDArray[np.int64]:
    if len(index.passages) <= options.max_exact:
        return np.arange(len(index.slugs)) if allowed is None else np.flatnonzero(allowed)
    of_passages = None if allowed is None else allowed[index.owners]
    by_words = index.passage_lexical.search(query.features, options.n_candidates, of_passages)
    by_meaning = index.vectors.search(query.vector, options.n_candidates, of_passages)
    return np.unique(index.owners[np.concatenate([by_words, by_meaning])])


def _list_passages(index: Index, documents: NDArray[np.int64]) -> NDArray[np.int64]:
    if len(documents) == len(index.slugs):
        return np.arange(len(index.passages))
    lengths = index.starts[documents + 1] - index.starts[documents]
    before = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)[:-1]]) if len(lengths) else lengths
    return np.repeat(index.starts[documents] - before, lengths) + np.arange(lengths.sum())
