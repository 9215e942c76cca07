"""Who could be asked, listed whole: by declared fields, for a municipality and a period, and by what help is needed.

Constraints come first, as in a match: what is not published, does not reach the municipality or has a conflict with it
is not listed. The others are all there, the busy ones too, each with the days on which it is known to be free. Those
that are made up for the demonstration stand last.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kb.documents import Expert
from kb.errors import QueryRejected
from kb.matching.availability import Availability, find_availability
from kb.matching.calendar import State, state_of
from kb.matching.experts import Support
from kb.matching.matcher import Matcher
from kb.matching.reasons import Reason
from kb.privacy import mask_personal_data
from kb.problems.problem import Problem
from kb.problems.units import read_units
from kb.search.facets import Filters
from kb.search.searcher import Searcher


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedExpert:
    """availability, state : over the request's period; support, reason : None when no help was described."""

    expert: Expert
    availability: Availability
    state: State
    support: Support | None = None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class ExpertList:
    """listed : as a match orders them when help was described, else by organisation and name, known to be free first

    n_in_conflict : how many pass the filters but have a conflict with the municipality
    facets : facet -> value -> how many are listed with it, were the facet's own filter lifted; no zeros
    masked : kind of personal data -> how many were masked in the text
    """

    listed: tuple[ListedExpert, ...]
    n_in_conflict: int
    facets: Mapping[str, Mapping[str, int]]
    masked: Mapping[str, int]

    def in_state(self, state: State) -> tuple[ListedExpert, ...]:
        """Those that are free throughout the period, for a part of it, not at all, or nobody knows."""
        return tuple(item for item in self.listed if item.state == state)


def list_experts_for(text: str, filters: Filters, matcher: Matcher) -> ExpertList:
    """The experts that pass the filters and may be asked; with a text, those that match it.

    Raises
    ------
    FilterRejected : a filter that does not exist, or a value that no expert has
    QueryRejected : a text without a word
    """
    passing = {expert.slug for expert in matcher.searcher.list_experts(filters)}
    guarded = mask_personal_data(text)
    found = _match(guarded.text, matcher) if text.strip() else _list_all(matcher)
    in_conflict = [e for e in matcher.excluded if e.constraint == "conflict" and e.expert.slug in passing]
    facets = _count([item.expert.slug for item in found], filters, matcher.searcher)
    listed = tuple(item for item in found if item.expert.slug in passing)
    return ExpertList(listed, len(in_conflict), facets, guarded.counts)


def _match(text: str, matcher: Matcher) -> list[ListedExpert]:
    units = tuple(read_units(text))
    if not units:
        raise QueryRejected("no word in the text; write what help is needed")
    found = matcher.match_problem(Problem(title="", areas=matcher.find_topics(text), units=units))
    return [
        _list(match.hit.document, matcher, match.support, found.reasons.give(match.hit))
        for match in found.experts.everyone
    ]


def _list_all(matcher: Matcher) -> list[ListedExpert]:
    listed = [_list(expert, matcher) for expert in matcher.searcher.list_experts({}) if matcher.may_ask(expert.slug)]
    return sorted(listed, key=lambda item: (item.expert.demo, not item.availability.is_free))


def _list(
    expert: Expert, matcher: Matcher, support: Support | None = None, reason: Reason | None = None
) -> ListedExpert:
    period = matcher.help_request.period
    availability = find_availability(expert, period, matcher.today)
    return ListedExpert(
        expert=expert,
        availability=availability,
        state=state_of(availability, period),
        support=support,
        reason=reason,
    )


def _count(slugs: Sequence[str], filters: Filters, searcher: Searcher) -> Mapping[str, Mapping[str, int]]:
    there = set(slugs)
    found = np.array([slug in there for slug in searcher.experts.slugs], np.bool_)
    return searcher.experts.facets.count(found, filters)
