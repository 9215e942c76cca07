"""What speaks for a document: the signals that fusion weighs, computed for all candidates at once.

Every text signal comes twice: as it is, and as a share of the best candidate's. The second says how a document stands
among the others whatever the length of the query; the first, how good the whole lot is.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.index.passage_index import Index
from kb.index.passages import FIELDS
from kb.search.query import Query

MAX_EXACT = 20_000
"""Passages up to which every allowed document is a candidate, so that filters and counts agree to the last one.

Chosen by benchmarks.speed.scale: at 10,000 passages scoring all took 5.5 ms (p50), candidates alone 5.6; at 100,000,
16 ms and 10.
"""
N_CANDIDATES = 300
"""Beyond that, passages taken from each of the two searches; their documents are scored in full."""

TEXT_SIGNALS = (
    "lexical",
    "lexical_title",
    "lexical_body",
    "lexical_phrasing",
    "cosine_title",
    "cosine_body",
    "cosine_phrasing",
)
SIGNALS = (*TEXT_SIGNALS, *(f"relative_{name}" for name in TEXT_SIGNALS), "areas", "feedback", "query_length", "named")
"""lexical: the query's share in the whole document; lexical_* and cosine_*: in its best passage of that field; areas:
how far the query's problem areas are the document's; feedback: how far the problem areas of the documents that look
best are this one's; query_length: log10 of the number of words, the same for all; named: how nearly the whole query is
a phrasing or the title, which only a short one can be."""
NAMED_FROM = 0.7
"""Share of the query in one phrasing or title from which it begins to be its name."""

FEEDBACK_MIX = {"relative_lexical": 3.0, "relative_lexical_phrasing": 1.0, "relative_cosine_phrasing": 2.0}
FEEDBACK_SHARPNESS = 2.0
FEEDBACK_FLOOR = 0.01


@dataclass(frozen=True, slots=True)
class AreaMatching:
    """ratings : float64 array (n_areas,) in [0, 1], how likely the query is about each problem area
    weights : float32 array (n_documents, n_areas), 1 for a document's primary areas, less for its secondary ones
    """

    ratings: NDArray[np.float64]
    weights: NDArray[np.float32]


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
    index: Index, query: Query, areas: AreaMatching | None = None, allowed: NDArray[np.bool_] | None = None
) -> Candidates:
    """The candidates of both searches with their signals.

    areas : None where problem areas do not apply; their signals are 0
    allowed : bool array (n_documents,), True where a document may be found; a signal is the same with it and without,
        so that a filter changes which documents are found, never how relevant they are
    """
    lexical = index.passage_lexical.score(query.features)
    documents = _candidate_documents(index, query, lexical, None)
    if allowed is not None:
        documents = np.union1d(documents, _candidate_documents(index, query, lexical, allowed))
    where = _passages_of(index, documents)
    cosine = _cosines(index, query, where)
    text = np.column_stack(
        [
            index.document_lexical.score(query.features)[documents],
            _best_by_field(index, documents, where, lexical),
            _best_by_field(index, documents, where, cosine),
        ]
    )
    relative = _relate(text)
    length = np.full(len(documents), np.log10(len(query.words)), np.float32)
    signals = np.column_stack([text, relative, *_area_signals(relative, documents, areas), length, _rate_names(text)])
    shown = index.fields != FIELDS.index("phrasing")
    passage_scores = np.where(shown, lexical + cosine, -np.inf).astype(np.float32)
    found = slice(None) if allowed is None else allowed[documents]
    return Candidates(documents[found], signals[found].astype(np.float32), passage_scores)


def _candidate_documents(
    index: Index, query: Query, lexical: NDArray[np.float32], allowed: NDArray[np.bool_] | None
) -> NDArray[np.int64]:
    if len(index.passages) <= MAX_EXACT:
        return np.arange(len(index.slugs)) if allowed is None else np.flatnonzero(allowed)
    passage_allowed = None if allowed is None else allowed[index.owners]
    found = np.where(passage_allowed, lexical, 0) if passage_allowed is not None else lexical
    n = min(N_CANDIDATES, len(found))
    by_words = np.argpartition(-found, n - 1)[:n] if n else np.zeros(0, np.int64)
    by_meaning = index.dense.search(query.vector, n, passage_allowed)
    positions = np.concatenate([by_words[found[by_words] > 0], by_meaning])
    return np.unique(index.owners[positions])


def _cosines(index: Index, query: Query, where: NDArray[np.int64]) -> NDArray[np.float32]:
    """float32 array (n_passages,): the cosine of the passages at where, -inf of the others.

    vecdot keeps to one core: the threads of a matrix product cost more than they win on a machine with other work.
    """
    if len(where) == len(index.passages):  # no copy of the vectors: that took most of the time
        return np.asarray(np.vecdot(index.vectors, query.vector), np.float32)
    cosine = np.full(len(index.passages), -np.inf, np.float32)
    cosine[where] = np.vecdot(index.vectors[where], query.vector)
    return cosine


def _passages_of(index: Index, documents: NDArray[np.int64]) -> NDArray[np.int64]:
    lengths = index.starts[documents + 1] - index.starts[documents]
    before = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)[:-1]]) if len(lengths) else lengths
    return np.repeat(index.starts[documents] - before, lengths) + np.arange(lengths.sum())


def _best_by_field(
    index: Index, documents: NDArray[np.int64], where: NDArray[np.int64], scores: NDArray[np.float32]
) -> NDArray[np.float32]:
    """float32 array (n, len(FIELDS)): the best score, above 0, of each document's passages of each field, or 0.

    where : the documents' passages, in order
    """
    best = np.zeros((len(index.slugs), len(FIELDS)), np.float32)
    if len(where):
        owners, fields = index.owners[where], index.fields[where]
        first = np.flatnonzero(np.diff(owners * len(FIELDS) + fields, prepend=-1))  # passages of a field are neighbours
        best[owners[first], fields[first]] = np.maximum(np.maximum.reduceat(scores[where], first), 0)
    return best[documents]


def _rate_names(text: NDArray[np.float32]) -> NDArray[np.float32]:
    """float32 array (n,) in [0, 1] of text, (n, len(TEXT_SIGNALS))."""
    share = np.maximum(text[:, TEXT_SIGNALS.index("lexical_title")], text[:, TEXT_SIGNALS.index("lexical_phrasing")])
    return np.asarray(np.clip((share - NAMED_FROM) / (1 - NAMED_FROM), 0, 1), np.float32)


def _relate(text: NDArray[np.float32]) -> NDArray[np.float32]:
    """Each column as a share of its largest value, 0 where none is above 0."""
    most = text.max(axis=0, initial=0.0)
    return np.asarray(text / np.where(most > 0, most, np.inf), np.float32)


def _area_signals(
    relative: NDArray[np.float32], documents: NDArray[np.int64], areas: AreaMatching | None
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    if areas is None or not len(documents):
        return np.zeros(len(documents)), np.zeros(len(documents))
    weights = areas.weights[documents].astype(np.float64)
    mix = np.array([FEEDBACK_MIX.get(f"relative_{name}", 0.0) for name in TEXT_SIGNALS])
    promise = relative.astype(np.float64) @ mix
    votes = np.exp(FEEDBACK_SHARPNESS * (promise - promise.max()))
    votes[votes < FEEDBACK_FLOOR] = 0
    return weights @ areas.ratings, weights @ (votes @ weights / votes.sum())
