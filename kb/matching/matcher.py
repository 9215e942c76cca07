"""A request for help matched: its description to problems, and each problem to methods and experts.

Team, allocation and plan take what a `Matcher` yields; none of them reads a text again.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache

import numpy as np
from numpy.typing import NDArray

from kb.matching.constraints import find_excluded
from kb.matching.experts import Experts, find_experts
from kb.matching.experts_filtered_out import find_experts_filtered_out, may_ever_be_asked
from kb.matching.help_request import HelpRequest
from kb.matching.match import Match, ProblemMatch
from kb.matching.methods import Methods, find_methods
from kb.matching.reasons import Reasons
from kb.matching.requirements import list_requirements
from kb.matching.warned import find_warned
from kb.privacy import drop_masks
from kb.problems.adjust import Adjustment
from kb.problems.details import find_details
from kb.problems.problem import Problem
from kb.problems.read_problems import read_problems
from kb.progress import Progress, be_silent, follow
from kb.search.answer import AreaMatch, Question
from kb.search.filtered_out import FilteredOut
from kb.search.searcher import Searcher

MAX_TOPIC_CHARS = 5000


class Matcher:
    """Made once for a request: who may not be asked is found once, and a text is analysed once however often it is met.

    excluded : who may not be asked, by slug
    """

    def __init__(self, searcher: Searcher, help_request: HelpRequest, today: date) -> None:
        self.searcher = searcher
        self.help_request = help_request
        self.today = today
        experts = [expert for _, expert in sorted(searcher.snapshot.experts.items())]
        self.excluded = find_excluded(experts, help_request, today)
        self._barred = {exclusion.expert.slug for exclusion in self.excluded}
        self._allowed = np.array([self.may_ask(slug) for slug in searcher.experts.slugs], np.bool_)
        self._ask = cache(searcher.ask)

    def match(
        self, text: str, adjustments: Sequence[Adjustment] | None = None, progress: Progress = be_silent
    ) -> Match:
        """What fits the description.

        adjustments : the problems as the user wants them; None to have them found
        progress : told of masking, splitting and, by problem, matching

        Raises
        ------
        AdjustmentRejected : adjustments that do not fit the description
        QueryRejected : no word in it
        """
        reading = read_problems(text, self.searcher, adjustments, progress)
        topics = self.find_topics(reading.text)
        return Match(
            reading=reading,
            problems=self.match_problems(reading.problems, progress),
            topics=topics,
            warned=find_warned(reading.units, self.searcher, self._ask),
            help_request=self.help_request,
            excluded=self.excluded,
            today=self.today,
            snapshot_id=self.searcher.snapshot.manifest.id,
        )

    def match_problems(self, problems: Sequence[Problem], progress: Progress = be_silent) -> tuple[ProblemMatch, ...]:
        """The problems matched, in their order; progress is told of matching."""
        return tuple(map(self.match_problem, follow("matching", problems, progress)))

    def match_problem(self, problem: Problem) -> ProblemMatch:
        """Methods and experts for one problem."""
        asked, snapshot = self.help_request, self.searcher.snapshot
        home = asked.municipality.name if asked.municipality else ""
        about = (problem.title, problem.areas[0].title)
        details = find_details(problem.units, snapshot.registers, home, about)
        question = self._ask(problem.text)
        area = problem.areas[0].slug
        methods = find_methods(question, area, self.searcher, is_sure=not problem.is_uncertain)
        shown = [hit.document for hit in methods.shown]
        experts = self._find_experts(question, area, methods, self._allowed)
        return ProblemMatch(
            problem=problem,
            details=details,
            questions=() if details.cause or problem.cause else snapshot.problem_areas[area].questions,
            methods=methods,
            experts=experts,
            experts_filtered_out=None if experts.suggested else self._find_filtered_out(question, area, methods),
            requirements={d.slug: list_requirements(d, asked.lacks, asked.municipality) for d in shown},
            reasons=Reasons(problem, self.searcher.is_telling),
        )

    def _find_experts(self, question: Question, area: str, methods: Methods, allowed: NDArray[np.bool_]) -> Experts:
        period, today = self.help_request.period, self.today
        return find_experts(
            question, area, methods.suggested, self.searcher, allowed=allowed, period=period, today=today
        )

    def _find_filtered_out(self, question: Question, area: str, methods: Methods) -> FilteredOut | None:
        """What leaves nobody to suggest: those who match when nothing is asked for but help."""
        request, experts = self.help_request, self.searcher.experts.documents
        allowed = np.array([may_ever_be_asked(expert, request, self.today) for expert in experts], np.bool_)
        found = self._find_experts(question, area, methods, allowed)
        return find_experts_filtered_out(found.everyone, request, self.today)

    def may_ask(self, slug: str) -> bool:
        """Whether the expert with that slug may be asked."""
        return slug not in self._barred

    def find_topics(self, text: str) -> tuple[AreaMatch, ...]:
        """The problem areas that a masked text is nearest, by its first MAX_TOPIC_CHARS; raises QueryRejected."""
        return self._ask(drop_masks(text)[:MAX_TOPIC_CHARS]).topics
