"""Paragraphs brought together as one problem, named by the area that it is most likely about."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kb.problems.description import Paragraph
from kb.problems.problem import Problem
from kb.problems.problem_paragraphs import RatedParagraph, rate_paragraph
from kb.search.searcher import Searcher

METHOD_VOTE = 0.5
"""What the areas of the methods that fit count for when a problem is named: "förstörda skolmiljöer" is no truancy."""


def name_problem(group: Sequence[RatedParagraph], searcher: Searcher, title: str | None = None) -> Problem:
    """One problem of the paragraphs, of which there is at least one; without a title it has its area's."""
    rated = np.max([item.areas for item in group], axis=0)
    votes = np.max([_method_votes(item, searcher) for item in group], axis=0)
    areas = searcher.nearest_areas(np.where(rated > 0, 1 - (1 - rated) * (1 - METHOD_VOTE * votes), 0.0))
    return Problem(title or areas[0].title, areas, tuple(item.paragraph for item in group))


def name_passages(passages: Sequence[str], searcher: Searcher) -> Problem:
    """One problem of the passages; raises QueryRejected."""
    paragraphs = [Paragraph(position, "", text) for position, text in enumerate(passages)]
    return name_problem([rate_paragraph(paragraph, searcher) for paragraph in paragraphs], searcher)


def _method_votes(item: RatedParagraph, searcher: Searcher) -> NDArray[np.float64]:
    """float64 array (n_problem_areas,) in [0, 1]: the relevance of the best guidance that is for the area."""
    weights = searcher.guidance.area_weights[item.guidance.documents]
    return np.asarray((weights * item.guidance.relevance[:, None]).max(axis=0, initial=0.0), np.float64)
