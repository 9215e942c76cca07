"""What the content's examples and phrasings teach of each document: the lessons of the classifiers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from kb.documents import Library
from kb.embedding.embedder import Embedder
from kb.index.classifier import Lessons
from kb.index.passages import cut_document

MOST_GAIN = 7
"""Of grade 3; grade 2 has 3 of it and grade 1 one, as nDCG counts them."""
PHRASING_WEIGHT = 0.4
"""Of how a document is asked for beside an example's 1. Chosen on the examples: nDCG@10 0.782 at 1, 0.784 at 0.4."""

_Row = tuple[str, Mapping[str, float], Iterable[str], float]
"""A query, how much each document is its answer, what must not be suggested, and how much the query counts."""


def teach_guidance(library: Library, embedder: Embedder) -> Lessons | None:
    """Lessons of guidance, in the library's order; None without an example."""
    examples: list[_Row] = [
        (example.query, {slug: _gain(grade) for slug, grade in example.relevant.items()}, example.avoid, 1.0)
        for example in library.examples
    ]
    return _teach([d.slug for d in library.guidance], examples, _list_phrasings(library, "guidance"), embedder)


def teach_problem_areas(library: Library, embedder: Embedder) -> Lessons | None:
    """Lessons of problem areas: an example is for those that its guidance is mainly for."""
    areas = {document.slug: document.primary_areas for document in library.guidance}
    examples: list[_Row] = [(e.query, _spread(e.relevant, areas), (), 1.0) for e in library.examples]
    return _teach([d.slug for d in library.problem_areas], examples, _list_phrasings(library, "areas"), embedder)


def _teach(
    slugs: Sequence[str], examples: Sequence[_Row], phrasings: Iterator[_Row], embedder: Embedder
) -> Lessons | None:
    column = {slug: position for position, slug in enumerate(slugs)}
    told = [row for row in examples if row[1].keys() & column.keys()]
    if not told:
        return None
    rows = [*told, *phrasings]
    targets = np.zeros((len(rows), len(slugs)), np.float32)
    tempting = np.zeros((len(rows), len(slugs)), np.bool_)
    for place, (_, gains, avoid, _) in enumerate(rows):
        for slug in gains.keys() & column.keys():
            targets[place, column[slug]] = gains[slug]
        tempting[place, [column[slug] for slug in avoid if slug in column]] = True
    return Lessons(
        vectors=embedder.embed_queries([query for query, *_ in rows]),
        targets=targets,
        tempting=tempting,
        weights=np.array([weight for *_, weight in rows], np.float32),
    )


def _list_phrasings(library: Library, kind: str) -> Iterator[_Row]:
    for document in library.guidance if kind == "guidance" else library.problem_areas:
        for passage in cut_document(document, {}):
            if passage.field == "phrasing":
                yield passage.text, {document.slug: 1.0}, (), PHRASING_WEIGHT


def _spread(relevant: Mapping[str, int], areas: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """The gains of guidance handed on to its areas, the highest where several meet."""
    gains: dict[str, float] = {}
    for slug, grade in relevant.items():
        for area in areas.get(slug, ()):
            gains[area] = max(gains.get(area, 0.0), _gain(grade))
    return gains


def _gain(grade: int) -> float:
    return (2.0**grade - 1) / MOST_GAIN
