"""Who could be asked in one case: experts that match its problems, those who match most of it first."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.documents import Expert
from kb.errors import QueryRejected
from kb.matching.availability import Availability
from kb.matching.calendar import State, state_of
from kb.matching.constraints import Exclusion
from kb.matching.experts import Support
from kb.matching.match import ProblemMatch
from kb.matching.matcher import Matcher
from kb.matching.reasons import Reason
from kb.privacy import mask_personal_data
from kb.problems.problem import Problem, make_area_problem
from kb.problems.units import read_units
from kb.search.answer import AreaMatch


@dataclass(frozen=True, slots=True)
class CaseWish:
    """A problem that help is asked with. area : slug; words : the municipality's own, maybe none"""

    area: str
    words: str


@dataclass(frozen=True, slots=True)
class CaseSupportReason:
    """title : of the problem that the expert matches"""

    title: str
    support: Support
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCandidate:
    """match : over all problems of the case in the mean, in [0, 1]; a problem that it does not match counts as 0

    availability, state : over the period of the case; reasons : by problem, in their order
    """

    expert: Expert
    match: float
    availability: Availability
    state: State
    reasons: tuple[CaseSupportReason, ...]


@dataclass(frozen=True, slots=True)
class CaseExperts:
    """candidates : best first, made-up ones last; others : may be asked but match nothing; excluded : may not"""

    candidates: tuple[CaseCandidate, ...]
    others: tuple[Expert, ...]
    excluded: tuple[Exclusion, ...]


def find_case_experts(wishes: Sequence[CaseWish], matcher: Matcher) -> CaseExperts:
    """The experts for a case, by what it asks help with; the matcher has its municipality, period, form, language."""
    problems = [found for wish in wishes if (found := _match(wish, matcher))]
    slugs = dict.fromkeys(match.hit.document.slug for problem in problems for match in problem.experts.everyone)
    candidates = sorted((_make_candidate(slug, problems, matcher) for slug in slugs), key=_place)
    others = [one for one in matcher.searcher.list_experts({}) if one.slug not in slugs and matcher.may_ask(one.slug)]
    return CaseExperts(tuple(candidates), tuple(sorted(others, key=_name)), matcher.excluded)


def _match(wish: CaseWish, matcher: Matcher) -> ProblemMatch | None:
    """By the municipality's words, masked; by the area's where those say nothing; None where neither does."""
    try:
        return matcher.match_problem(_read_problem(wish, matcher))
    except QueryRejected:
        area = matcher.searcher.snapshot.problem_areas.get(wish.area)
        return matcher.match_problem(make_area_problem(area)) if area else None


def _read_problem(wish: CaseWish, matcher: Matcher) -> Problem:
    """Raises QueryRejected : there is no word in it"""
    text = mask_personal_data(wish.words).text
    units = tuple(read_units(text))
    if not units:
        raise QueryRejected("no word in the problem; its area is matched instead")
    area = matcher.searcher.snapshot.problem_areas.get(wish.area)
    if area:
        return Problem(title=area.title, areas=(AreaMatch(area.slug, area.title, 1.0, area.title_en),), units=units)
    topics = matcher.find_topics(text)
    return Problem(title=topics[0].title, areas=topics, units=units)


def _make_candidate(slug: str, problems: Sequence[ProblemMatch], matcher: Matcher) -> CaseCandidate:
    found = [(problem, match) for problem in problems for match in problem.experts.everyone]
    mine = [(problem, match) for problem, match in found if match.hit.document.slug == slug]
    first = mine[0][1]
    return CaseCandidate(
        expert=first.hit.document,
        match=sum(match.support.match for _, match in mine) / len(problems),
        availability=first.availability,
        state=state_of(first.availability, matcher.help_request.period),
        reasons=tuple(
            CaseSupportReason(problem.problem.title, match.support, problem.reasons.give(match.hit))
            for problem, match in mine
        ),
    )


def _place(candidate: CaseCandidate) -> tuple[bool, int, bool, float, str]:
    """As `place_expert`: in the whole per cent that are shown, of the same those known to be free first."""
    fit = candidate.match
    return candidate.expert.demo, -round(100 * fit), not candidate.availability.is_free, -fit, candidate.expert.slug


def _name(expert: Expert) -> tuple[bool, str, str]:
    return expert.demo, expert.organisation, expert.name
