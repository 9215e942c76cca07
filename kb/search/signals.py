"""What speaks for a document: the signals that fusion weighs, computed for all candidates at once.

Every text signal comes twice: as it is, and as a share of the best candidate's. The second says how a document stands
among the others whatever the length of the query; the first, how good the whole lot is.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.index.passage_index import Index
from kb.search.candidates import Candidates, find_best_by_field
from kb.search.options import SearchOptions
from kb.search.query import Query

TEXT_SIGNALS = (
    "lexical",
    "lexical_title",
    "lexical_body",
    "lexical_phrasing",
    "cosine_title",
    "cosine_body",
    "cosine_phrasing",
)
SIGNALS = (
    *TEXT_SIGNALS,
    *(f"relative_{name}" for name in TEXT_SIGNALS),
    "areas",
    "feedback",
    "query_length",
    "named",
    "learned",
)
"""lexical: the query's share in the whole document; lexical_* and cosine_*: in its best passage of that field; areas:
how far the query's problem areas are the document's; feedback: how far the problem areas of the documents that look
best are this one's; query_length: log10 of the number of words, the same for all; named: how nearly the whole query is
a phrasing or the title, which only a short one can be; learned: how far the content's examples
are for the document, or how near it lies where there are none."""
FAR = 0.25
"""Cosine behind the nearest document's from which another one is far off."""
STRANGE, NEAR = 0.4, 0.7
"""Cosines of the nearest document: up to the first the query is about something else, from the second about it."""
NAMED_FROM = 0.7
"""Share of the query in one phrasing or title from which it begins to be its name."""


@dataclass(frozen=True, slots=True)
class AreaMatching:
    """ratings : float64 array (n_areas,) in [0, 1], how likely the query is about each problem area
    weights : float32 array (n_documents, n_areas), 1 for a document's primary areas, less for its secondary ones
    """

    ratings: NDArray[np.float64]
    weights: NDArray[np.float32]


def gather_signals(
    index: Index, query: Query, candidates: Candidates, areas: AreaMatching | None, options: SearchOptions
) -> NDArray[np.float32]:
    """float32 array (n_candidates, len(SIGNALS)).

    areas : None where problem areas do not apply; their signals are 0
    """
    documents = candidates.documents
    whole = index.document_lexical.score(query.features, documents)
    text = np.column_stack([whole, find_best_by_field(index, candidates)])
    relative = _relate(text)
    of_areas = _area_signals(relative, documents, areas, options)
    length = np.full(len(documents), np.log10(len(query.words)), np.float32)
    learned = index.classifier.rate(query.vector)[documents] if index.classifier else _rate_nearness(text)
    return np.column_stack([text, relative, *of_areas, length, _rate_names(text), learned]).astype(np.float32)


def _rate_nearness(text: NDArray[np.float32]) -> NDArray[np.float32]:
    """float32 array (n,) in [0, 1] of text, (n, len(TEXT_SIGNALS)): what stands in for lessons where there are none."""
    nearest = text[:, [TEXT_SIGNALS.index(name) for name in TEXT_SIGNALS if name.startswith("cosine")]].max(axis=1)
    most = float(nearest.max(initial=0.0))
    is_near = np.clip((most - STRANGE) / (NEAR - STRANGE), 0, 1)
    return np.asarray(is_near * np.clip(1 + (nearest - most) / FAR, 0, 1), np.float32)


def _rate_names(text: NDArray[np.float32]) -> NDArray[np.float32]:
    """float32 array (n,) in [0, 1] of text, (n, len(TEXT_SIGNALS))."""
    share = np.maximum(text[:, TEXT_SIGNALS.index("lexical_title")], text[:, TEXT_SIGNALS.index("lexical_phrasing")])
    return np.asarray(np.clip((share - NAMED_FROM) / (1 - NAMED_FROM), 0, 1), np.float32)


def _relate(text: NDArray[np.float32]) -> NDArray[np.float32]:
    """Each column as a share of its largest value, 0 where none is above 0."""
    most = text.max(axis=0, initial=0.0)
    return np.asarray(text / np.where(most > 0, most, np.inf), np.float32)


def _area_signals(
    relative: NDArray[np.float32], documents: NDArray[np.int64], areas: AreaMatching | None, options: SearchOptions
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    if areas is None or not len(documents):
        return np.zeros(len(documents)), np.zeros(len(documents))
    weights = areas.weights[documents].astype(np.float64)
    mix = np.array([options.feedback_mix.get(f"relative_{name}", 0.0) for name in TEXT_SIGNALS])
    promise = relative.astype(np.float64) @ mix
    votes = np.exp(options.feedback_sharpness * (promise - promise.max()))
    votes[votes < options.feedback_floor] = 0
    return weights @ areas.ratings, weights @ (votes @ weights / votes.sum())
