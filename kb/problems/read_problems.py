"""A description to its problems: masked, cut into paragraphs, split."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.privacy import mask_personal_data
from kb.privacy.mask import Guarded
from kb.problems.adjust import Adjustment, find_problems
from kb.problems.description import Paragraph, read_paragraphs
from kb.problems.problem import Problem
from kb.progress import Progress
from kb.search.searcher import Searcher


@dataclass(frozen=True, slots=True)
class DescribedProblems:
    """The masked text, its paragraphs and the problems that they tell of, the one with most to say first."""

    guarded: Guarded
    paragraphs: tuple[Paragraph, ...]
    problems: tuple[Problem, ...]


def read_problems(
    text: str, adjustments: Sequence[Adjustment] | None, searcher: Searcher, progress: Progress
) -> DescribedProblems:
    """The problems of a description; progress is told of masking and splitting. Raises as `find_problems`."""
    progress("masking", 0, 1)
    guarded = mask_personal_data(text)
    progress("masking", 1, 1)
    progress("splitting", 0, 1)
    paragraphs = read_paragraphs(guarded.text)
    problems = find_problems(paragraphs, adjustments, searcher)
    progress("splitting", 1, 1)
    return DescribedProblems(guarded, tuple(paragraphs), tuple(problems))
