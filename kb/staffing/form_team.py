"""A description to the smallest team for its problems, with the reason for each expert and who could stand in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kb.documents import Expert
from kb.matching.experts import MIN_MATCH, ExpertMatch
from kb.matching.help_request import HelpRequest
from kb.matching.match import find_topics
from kb.matching.reasons import Reason, give_reason
from kb.problems.adjust import Adjustment
from kb.problems.problem import Problem
from kb.progress import Progress, be_silent
from kb.search.answer import AreaMatch
from kb.search.searcher import Searcher
from kb.staffing.assignment import Uncovered
from kb.staffing.capacity import find_free_hours
from kb.staffing.integer_program import Stage
from kb.staffing.needs import Need, find_needs, list_experts, make_matrix
from kb.staffing.team import TIME_LIMIT_S, Team, find_team

HOURS_PER_PROBLEM = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamProblem:
    """A problem and who takes it, and why; without an expert, `uncovered` says why nobody does.

    alternates : who could take it instead while the others keep theirs, best match first
    method_titles : slug of a method that fits -> its title
    """

    problem: Problem
    expert: ExpertMatch | None
    reason: Reason | None
    uncovered: Uncovered | None
    alternates: tuple[ExpertMatch, ...]
    method_titles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Member:
    """problems : positions of those it takes; hours : for these; free_hours : what it has in the period in all."""

    expert: Expert
    problems: tuple[int, ...]
    hours: float
    free_hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamProposal:
    """members by the first problem that they take; problems is empty when the description is about no problem area.

    topics : the nearest problem areas; stages : as in Team; hours : needed for each problem
    text : what was read, masked; read again it has the same paragraphs
    masked : kind of personal data -> how many were masked
    """

    problems: tuple[TeamProblem, ...]
    members: tuple[Member, ...]
    stages: tuple[Stage, ...]
    is_proved: bool
    hours: float
    min_match: float
    topics: tuple[AreaMatch, ...]
    text: str
    masked: Mapping[str, int]
    request: HelpRequest
    snapshot_id: str


def form_team(
    text: str,
    request: HelpRequest,
    today: date,
    searcher: Searcher,
    adjustments: Sequence[Adjustment] | None = None,
    *,
    hours: float = HOURS_PER_PROBLEM,
    min_match: float = MIN_MATCH,
    time_limit_s: float = TIME_LIMIT_S,
    progress: Progress = be_silent,
) -> TeamProposal:
    """The team for a description.

    Parameters
    ----------
    adjustments : the problems as the user wants them; None to have them found
    hours : what each problem takes, at least 0
    min_match : what covers a problem, in [MIN_MATCH, 1]: those that match less are not looked at

    Raises
    ------
    AdjustmentRejected : adjustments that do not fit the description
    QueryRejected : no word in the text, or a paragraph that is too long
    """
    found = find_needs(text, request, today, searcher, adjustments, progress)
    slugs = list_experts(found.needs)
    experts = [searcher.snapshot.experts[slug] for slug in slugs]
    free_hours = [find_free_hours(expert, request.period) for expert in experts]
    team = find_team(
        make_matrix(found.needs, slugs),
        [hours] * len(found.needs),
        free_hours,
        [expert.parallel_cases for expert in experts],
        min_match,
        time_limit_s,
    )
    topics = find_topics(found.text, searcher)
    problems = tuple(_name_problem(i, need, team, slugs, searcher) for i, need in enumerate(found.needs))
    return TeamProposal(
        problems=problems,
        members=_list_members(team, experts, free_hours),
        stages=team.stages,
        is_proved=team.is_proved,
        hours=hours,
        min_match=min_match,
        topics=topics,
        text=found.text,
        masked=found.masked,
        request=request,
        snapshot_id=searcher.snapshot.manifest.id,
    )


def _name_problem(position: int, need: Need, team: Team, slugs: Sequence[str], searcher: Searcher) -> TeamProblem:
    taker = team.expert_of[position]
    expert = None if taker is None else need.find_expert(slugs[taker])
    return TeamProblem(
        problem=need.problem,
        expert=expert,
        reason=give_reason(need.problem, expert.hit, searcher.is_telling) if expert else None,
        uncovered=team.uncovered.get(position),
        alternates=tuple(need.find_expert(slugs[row]) for row in team.alternates[position]),
        method_titles=need.method_titles,
    )


def _list_members(team: Team, experts: Sequence[Expert], free_hours: Sequence[float]) -> tuple[Member, ...]:
    rows = dict.fromkeys(row for row in team.expert_of if row is not None)
    return tuple(
        Member(
            experts[row],
            tuple(position for position, taker in enumerate(team.expert_of) if taker == row),
            team.hours[row],
            free_hours[row],
        )
        for row in rows
    )
