"""Measures of one ranking against graded judgements.

A grade is 0 (not relevant) to 3; a document that is not judged counts as 0.
"""

from collections.abc import Mapping, Sequence
from math import log2

Grades = Mapping[str, int]


def ndcg(ranking: Sequence[str], grades: Grades, depth: int = 10) -> float:
    """Normalised discounted cumulative gain in [0, 1] with gain 2^grade - 1; 0 when nothing is relevant.

    Source: Burges et al., ICML 2005, p. 93.

    >>> ndcg(["b", "a"], {"a": 1})
    0.6309297535714575
    """
    ideal = sum((2**grade - 1) / log2(i + 2) for i, grade in enumerate(sorted(grades.values(), reverse=True)[:depth]))
    won = sum((2 ** grades.get(slug, 0) - 1) / log2(i + 2) for i, slug in enumerate(ranking[:depth]))
    return won / ideal if ideal else 0.0


def success(ranking: Sequence[str], grades: Grades, depth: int = 3, min_grade: int = 2) -> float:
    """1 when a document of min_grade or more is among the first, else 0."""
    return float(any(grades.get(slug, 0) >= min_grade for slug in ranking[:depth]))


def recall(ranking: Sequence[str], grades: Grades, depth: int = 10) -> float:
    """The share of relevant documents (grade above 0) among the first, in [0, 1]."""
    relevant = {slug for slug, grade in grades.items() if grade > 0}
    return len(relevant & set(ranking[:depth])) / len(relevant) if relevant else 0.0


def reciprocal_rank(ranking: Sequence[str], grades: Grades, depth: int = 10) -> float:
    """1 / rank of the first relevant document, 0 when none is among the first."""
    return next((1 / rank for rank, slug in enumerate(ranking[:depth], 1) if grades.get(slug, 0) > 0), 0.0)


def count_avoided(ranking: Sequence[str], avoid: Sequence[str], depth: int = 5) -> int:
    """How many documents that must not be suggested are among the first."""
    return len(set(avoid) & set(ranking[:depth]))
