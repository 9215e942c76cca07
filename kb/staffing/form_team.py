"""A match to the smallest team for its problems, with the reason for each expert and who could stand in."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.documents import Expert
from kb.matching.experts import MIN_MATCH, ExpertMatch
from kb.matching.match import Match, ProblemMatch
from kb.matching.reasons import Reason
from kb.staffing.assignment import Uncovered
from kb.staffing.capacity import find_assumed_hours, find_free_hours, find_parallel_cases
from kb.staffing.integer_program import Stage
from kb.staffing.match_matrix import list_candidates, make_field_matrix, make_matrix
from kb.staffing.ruled_out import tell_ruled_out
from kb.staffing.team import TIME_LIMIT_S, Team, find_team

HOURS_PER_PROBLEM = 8.0


@dataclass(frozen=True, slots=True)
class TeamProblem:
    """A problem and who takes it; without an expert, `uncovered` says why nobody does.

    alternates : who could take it instead while the others keep theirs, best match first
    """

    match: ProblemMatch
    expert: ExpertMatch | None
    uncovered: Uncovered | None
    alternates: tuple[ExpertMatch, ...]

    @property
    def reason(self) -> Reason | None:
        """Why its expert takes it."""
        return self.match.reasons.give(self.expert.hit) if self.expert else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """problems : positions of those it takes; hours : for these

    free_hours : what it is known to have in the period in all
    assumed_hours : what it is counted with besides, of days of which its organisation has said nothing
    """

    expert: Expert
    problems: tuple[int, ...]
    hours: float
    free_hours: float
    assumed_hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamProposal:
    """problems : those of the match, in its order; members : by the first problem that they take

    stages : as in Team; hours : needed for each problem; min_match : what covers a problem
    """

    match: Match
    problems: tuple[TeamProblem, ...]
    members: tuple[Member, ...]
    stages: tuple[Stage, ...]
    is_proved: bool
    hours: float
    min_match: float


def form_team(
    match: Match,
    *,
    hours: float = HOURS_PER_PROBLEM,
    min_match: float = MIN_MATCH,
    time_limit_s: float = TIME_LIMIT_S,
) -> TeamProposal:
    """The team for the problems of a match.

    hours : what each problem takes, at least 0
    min_match : what covers a problem, in [MIN_MATCH, 1]: those that match less are not looked at
    """
    experts = list_candidates(match.problems)
    period, today = match.help_request.period, match.today
    free_hours = [find_free_hours(expert, period, today) for expert in experts]
    assumed_hours = [find_assumed_hours(expert, period, today) for expert in experts]
    team = find_team(
        make_matrix(match.problems, experts),
        [hours] * len(match.problems),
        [free + assumed for free, assumed in zip(free_hours, assumed_hours, strict=True)],
        [find_parallel_cases(expert, period) for expert in experts],
        min_match=min_match,
        main_field=make_field_matrix(match.problems, experts),
        preferred=list(map(_is_known, experts)),
        time_limit_s=time_limit_s,
    )
    return TeamProposal(
        match=match,
        problems=tuple(_staff(position, problem, team, experts) for position, problem in enumerate(match.problems)),
        members=_list_members(team, experts, free_hours, assumed_hours),
        stages=team.stages,
        is_proved=team.is_proved,
        hours=hours,
        min_match=min_match,
    )


def _is_known(expert: Expert) -> bool:
    """Whether its organisation has told of its time; what is made up is nothing that anybody has told."""
    return expert.availability is not None and not expert.demo


def _staff(position: int, match: ProblemMatch, team: Team, experts: Sequence[Expert]) -> TeamProblem:
    def find(row: int) -> ExpertMatch:
        return match.experts.find(experts[row].slug)

    taker = team.expert_of[position]
    return TeamProblem(
        match=match,
        expert=None if taker is None else find(taker),
        uncovered=tell_ruled_out(match, team.uncovered.get(position)),
        alternates=tuple(map(find, team.alternates[position])),
    )


def _list_members(
    team: Team, experts: Sequence[Expert], free_hours: Sequence[float], assumed_hours: Sequence[float]
) -> tuple[Member, ...]:
    rows = dict.fromkeys(row for row in team.expert_of if row is not None)
    return tuple(
        Member(
            expert=experts[row],
            problems=tuple(position for position, taker in enumerate(team.expert_of) if taker == row),
            hours=team.hours[row],
            free_hours=free_hours[row],
            assumed_hours=assumed_hours[row],
        )
        for row in rows
    )
