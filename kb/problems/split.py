"""A description split into problems: paragraphs that tell of one, those about the same areas brought together."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.problems.description import Paragraph
from kb.problems.name_problem import name_problem
from kb.problems.problem import Problem
from kb.problems.problem_paragraphs import RatedParagraph, rate_paragraph, says_something, tells_problem
from kb.search.searcher import Searcher

MAX_PROBLEMS = 8
SHORT_WORDS = 200
MIN_PART = 0.4
MIN_PROBLEM = 0.6
"""Probability that a paragraph tells of a problem: to be a part of one, and for the surest part of each."""
MIN_LIKENESS = 0.55
SAME_HEADING = 0.2
"""Cosine of area ratings from which paragraphs are on the same problem, and what a shared heading adds to it. The
likeness was chosen on benchmarks/datasets/lagesbilder (F1 0.855 at 0.7, 0.904 at 0.55, 0.866 at 0.45), the others by
leave-one-document-out on it and two documents kept elsewhere, with an earlier model."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A paragraph and the probability, in [0, 1], that it tells of a problem."""

    item: RatedParagraph
    probability: float


def split_into_problems(paragraphs: Sequence[Paragraph], searcher: Searcher, most: int = MAX_PROBLEMS) -> list[Problem]:
    """At most so many problems of a description, most to say first; none when nothing tells of a problem.

    In a short description every paragraph that is about a problem area counts: who writes two sentences writes of the
    problem. In a longer one a paragraph must tell of a problem as those of whole lägesbilder do.
    """
    rated = [rate_paragraph(paragraph, searcher) for paragraph in paragraphs if says_something(paragraph)]
    if sum(len(item.paragraph.text.split()) for item in rated) <= SHORT_WORDS:
        return _split_short(rated, searcher, most)
    return _split_long(rated, searcher, most)


def _split_long(rated: Sequence[RatedParagraph], searcher: Searcher, most: int) -> list[Problem]:
    """The problems of a whole lägesbild: paragraphs that tell of one, each with the group it is most alike."""
    groups: list[list[_Told]] = []
    for item in rated:
        told = _Told(item, tells_problem(item, searcher))
        if told.probability >= MIN_PART:
            _join(told, groups)
    sure = [group for group in groups if max(told.probability for told in group) >= MIN_PROBLEM]
    weighed = sorted(sure, key=lambda group: -sum(told.probability for told in group))
    return [name_problem([told.item for told in group], searcher) for group in weighed[:most]]


def _split_short(rated: Sequence[RatedParagraph], searcher: Searcher, most: int) -> list[Problem]:
    """The problems of a short description: its paragraphs by the area that each is most likely about."""
    threshold = searcher.models.problem_areas.threshold
    groups: dict[int, list[RatedParagraph]] = {}
    for item in rated:
        best = int(item.areas.argmax())
        if item.areas[best] >= threshold:
            groups.setdefault(best, []).append(item)
    weighed = sorted(groups.values(), key=lambda group: -sum(item.areas.max() for item in group))
    return [name_problem(group, searcher) for group in weighed[:most]]


def _join(told: _Told, groups: list[list[_Told]]) -> None:
    """Put the paragraph with the group it is most alike, or in one of its own."""
    likeness = [_likeness(told.item, group) for group in groups]
    best = int(np.argmax(likeness)) if likeness else -1
    if best >= 0 and likeness[best] >= MIN_LIKENESS:
        groups[best].append(told)
    else:
        groups.append([told])


def _likeness(item: RatedParagraph, group: Sequence[_Told]) -> float:
    """The cosine of the area ratings, and more when the paragraph stands under the last one's heading."""
    shared = bool(item.paragraph.heading) and item.paragraph.heading == group[-1].item.paragraph.heading
    whole = sum((told.item.areas * told.probability for told in group), np.zeros_like(item.areas))
    return _cosine(item.areas, whole) + SAME_HEADING * shared


def _cosine(first: NDArray[np.float64], second: NDArray[np.float64]) -> float:
    lengths = float(np.linalg.norm(first) * np.linalg.norm(second))
    return float(first @ second) / lengths if lengths else 0.0
