"""A description split into problems: paragraphs rated against the problem areas, the same area's brought together."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.matching.description import Paragraph
from kb.matching.problem import Problem
from kb.retrieval.fusion import load_fusion
from kb.retrieval.query import MAX_QUERY_CHARS
from kb.retrieval.search import Searcher

MIN_WORDS = 3
MAX_PROBLEMS = 8


@dataclass(frozen=True, slots=True)
class _Rated:
    paragraph: Paragraph
    ratings: NDArray[np.float64]


def split_into_problems(paragraphs: Sequence[Paragraph], searcher: Searcher) -> list[Problem]:
    """The problems of a description, the one with most to say first; none when nothing is about a problem area.

    A paragraph belongs to the problem area (not support theme) it is most likely about; one that reaches no area's
    threshold is taken for background and left out.
    """
    rated = [_Rated(p, _rate(p, searcher)) for p in paragraphs if len(p.text.split()) >= MIN_WORDS]
    threshold = load_fusion("problem-areas").threshold
    groups: dict[int, list[_Rated]] = {}
    for item in rated:
        best = int(item.ratings.argmax())
        if item.ratings[best] >= threshold:
            groups.setdefault(best, []).append(item)
    weighed = sorted(groups.values(), key=lambda group: -sum(item.ratings.max() for item in group))
    return [_make_problem(group, searcher) for group in weighed[:MAX_PROBLEMS]]


def name_problem(passages: Sequence[str], searcher: Searcher) -> Problem:
    """One problem of the passages, named by the area they are most likely about; raises QueryRejected."""
    paragraphs = [Paragraph(position, "", text) for position, text in enumerate(passages)]
    return _make_problem([_Rated(paragraph, _rate(paragraph, searcher)) for paragraph in paragraphs], searcher)


def _rate(paragraph: Paragraph, searcher: Searcher) -> NDArray[np.float64]:
    ratings = searcher.rate_areas(searcher.analyse(f"{paragraph.heading}. {paragraph.text}"[:MAX_QUERY_CHARS]))
    slugs = searcher.snapshot.indexes["problem-areas"].slugs
    is_problem = [searcher.snapshot.problem_areas[slug].kind == "problemområde" for slug in slugs]
    return np.where(is_problem, ratings, 0)


def _make_problem(group: Sequence[_Rated], searcher: Searcher) -> Problem:
    ratings = np.max([item.ratings for item in group], axis=0)
    areas = searcher.nearest_areas(ratings)
    return Problem(areas[0].title, areas, tuple(item.paragraph for item in group))
