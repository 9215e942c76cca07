"""Guidance that lies near a document: what a reader of it may want to weigh it against."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.documents import Guidance
from kb.errors import UnknownSlug
from kb.index.passage_index import Index
from kb.search.searcher import Searcher

N_SIMILAR = 5
MEANING_WEIGHT = 0.3
AREAS_WEIGHT = 0.1
"""Beside shared words, which count 1. Chosen on what editors have linked in `related`: python -m benchmarks similar."""
MIN_LIKENESS = 0.15
"""Below it a document has little more in common than that it is in this knowledge base."""


@dataclass(frozen=True, slots=True)
class Similar:
    """likeness in [0, 1]; areas: the problem areas that both are for, in the document's order."""

    document: Guidance
    likeness: float
    areas: tuple[str, ...]


def find_similar(slug: str, searcher: Searcher, n: int = N_SIMILAR) -> tuple[Similar, ...]:
    """At most n guidance documents nearest the one with the slug, best first, none that is advised against.

    Raises
    ------
    UnknownSlug : no guidance has the slug
    """
    guidance = searcher.snapshot.guidance
    if slug not in guidance:
        raise UnknownSlug(f"no guidance {slug!r}")
    collection = searcher.guidance
    position = collection.index.position(slug)
    likeness = rate_likeness(collection.index, collection.area_weights, position)
    found = []
    for other in np.argsort(-likeness, kind="stable"):
        document = collection.documents[other]
        if other != position and likeness[other] >= MIN_LIKENESS and not document.is_advised_against:
            areas = tuple(area for area in guidance[slug].primary_areas if area in document.primary_areas)
            found.append(Similar(document, float(likeness[other]), areas))
    return tuple(found[:n])


def rate_likeness(index: Index, area_weights: NDArray[np.float32], position: int) -> NDArray[np.float64]:
    """float64 array (n_documents,) in [0, 1]: how like the document at position each is; itself 1.

    The weighed mean of three cosines: of the words' weights, of the mean vectors, of the problem areas.
    """
    parts = (
        (1.0, index.document_lexical.compare(position)),
        (MEANING_WEIGHT, index.vectors.compare(index.starts, position)),
        (AREAS_WEIGHT, _compare_rows(area_weights, position)),
    )
    total = sum(weight for weight, _ in parts)
    likeness = sum((weight * cosine for weight, cosine in parts), start=np.zeros(len(index.slugs)))
    return np.clip(likeness / total, 0, 1)


def _compare_rows(rows: NDArray[np.float32], position: int) -> NDArray[np.float64]:
    """float64 array (n_rows,): the cosine of each row and the one at position, 0 where a row is 0."""
    lengths = np.maximum(np.linalg.norm(rows, axis=1), 1e-12)
    return np.asarray(rows @ rows[position] / lengths / lengths[position], np.float64)
