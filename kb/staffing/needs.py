"""The problems of a request, each with everyone that could take it: what teams and allocations choose from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from kb.matching.experts import ExpertMatch, match_experts
from kb.matching.help_request import HelpRequest
from kb.matching.methods import find_methods
from kb.problems.adjust import Adjustment
from kb.problems.description import Paragraph
from kb.problems.problem import Problem
from kb.problems.read_problems import read_problems
from kb.progress import Progress, be_silent, follow
from kb.search.answer import AreaMatch
from kb.search.searcher import Searcher
from kb.staffing.demand import FloatArray


@dataclass(frozen=True, slots=True)
class Need:
    """A problem and the experts that may be asked and match it, best first; the busy ones too.

    method_titles : slug of a method that fits -> its title
    """

    problem: Problem
    experts: tuple[ExpertMatch, ...]
    method_titles: Mapping[str, str]

    def find_expert(self, slug: str) -> ExpertMatch:
        """The match of the expert with that slug; raises KeyError when it does not match."""
        for match in self.experts:
            if match.hit.document.slug == slug:
                return match
        raise KeyError(slug)


@dataclass(frozen=True, slots=True)
class Needs:
    """masked : kind of personal data -> how many were masked; text : the description as masked."""

    needs: tuple[Need, ...]
    masked: Mapping[str, int]
    text: str


def find_needs(
    text: str,
    request: HelpRequest,
    today: date,
    searcher: Searcher,
    adjustments: Sequence[Adjustment] | None = None,
    progress: Progress = be_silent,
) -> Needs:
    """The needs of a description, the problem with most to say first; none when it is about no problem area.

    adjustments : the problems as the user wants them; None to have them found
    progress : told of masking, splitting and, by problem, matching

    Raises
    ------
    AdjustmentRejected : adjustments that do not fit the description
    QueryRejected : no word in it, or a paragraph that is too long
    """
    read = read_problems(text, adjustments, searcher, progress)
    problems = follow("matching", read.problems, progress)
    needs = tuple(_find_need(problem, request, today, searcher) for problem in problems)
    return Needs(needs, read.guarded.counts, read.guarded.text)


def find_area_needs(slugs: Sequence[str], request: HelpRequest, today: date, searcher: Searcher) -> tuple[Need, ...]:
    """One need per problem area, in the words of the taxonomy; raises KeyError for an unknown slug."""
    areas = [searcher.snapshot.problem_areas[slug] for slug in slugs]
    problems = [
        Problem(area.title, (AreaMatch(area.slug, area.title, 1.0),), (Paragraph(0, area.title, area.summary),))
        for area in areas
    ]
    return tuple(_find_need(problem, request, today, searcher) for problem in problems)


def list_experts(needs: Sequence[Need]) -> tuple[str, ...]:
    """The slugs of all experts of the needs, in order: the rows of their match matrix."""
    return tuple(sorted({match.hit.document.slug for need in needs for match in need.experts}))


def make_matrix(needs: Sequence[Need], slugs: Sequence[str]) -> FloatArray:
    """float array (n_experts, n_needs) in [0, 1]: 0 where an expert may not be asked or does not match."""
    matrix = np.zeros((len(slugs), len(needs)))
    row_of = {slug: row for row, slug in enumerate(slugs)}
    for column, need in enumerate(needs):
        for match in need.experts:
            matrix[row_of[match.hit.document.slug], column] = match.support.match
    return matrix


def _find_need(problem: Problem, request: HelpRequest, today: date, searcher: Searcher) -> Need:
    methods = find_methods(problem, searcher)
    titles = {hit.document.slug: hit.document.title for hit in methods.suggested}
    return Need(problem, tuple(match_experts(problem, methods.suggested, request, today, searcher)), titles)
