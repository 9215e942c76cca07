"""Who can help with what was searched for: a few experts with their reasons, from a question analysed once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from kb.documents import Guidance
from kb.matching.experts import N_EXPERTS, ExpertMatch, Experts, find_experts
from kb.matching.methods import Methods, find_methods
from kb.matching.period import choose_period
from kb.matching.reasons import Reason, Reasons
from kb.problems.problem import Problem
from kb.problems.units import Unit
from kb.search.answer import Question, SearchResult
from kb.search.searcher import Searcher


@dataclass(frozen=True, slots=True)
class SearchHelper:
    """An expert for a search, and why; titles : slug of a method -> its title, of those that the search finds."""

    match: ExpertMatch
    reason: Reason
    titles: Mapping[str, str]


def find_search_helpers(
    question: Question, found: SearchResult[Guidance], searcher: Searcher, today: date
) -> tuple[SearchHelper, ...]:
    """At most three experts, real ones first and then best first; none where the search was refused.

    They are the same whatever page or filters are asked for.
    question : what was searched for, which is not analysed again
    """
    if not found.is_answered or not question.topics:
        return ()
    unit = Unit(position=0, heading="", text=question.query.text)
    reasons = Reasons(Problem(title="", areas=question.topics, units=(unit,)), searcher.is_telling)
    methods = find_methods(question, question.topics[0].slug, searcher)
    chosen = _choose(_find(question, methods, searcher, today))
    return tuple(SearchHelper(match, reasons.give(match.hit), methods.titles) for match in chosen)


def _find(question: Question, methods: Methods, searcher: Searcher, today: date) -> Experts:
    return find_experts(
        question,
        question.topics[0].slug,
        methods.suggested,
        searcher,
        allowed=np.array([expert.is_published(today) for expert in searcher.experts.documents], np.bool_),
        period=choose_period(None, None, today),
        today=today,
    )


def _choose(experts: Experts) -> list[ExpertMatch]:
    """Those who are good at the area first, then the others that match; the made-up ones last."""
    good = {match.hit.document.slug for match in experts.good}

    def place(match: ExpertMatch) -> tuple[bool, bool]:
        return match.hit.document.demo, match.hit.document.slug not in good

    return sorted(experts.everyone, key=place)[:N_EXPERTS]
