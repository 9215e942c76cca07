"""The JSON shapes of teams, for the API and for `--json`."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from api.languages import Language
from api.reasons import tell_support
from api.schemas.matching.description import DescriptionIn, IncludeExcluded
from api.schemas.matching.excluded import ExcludedOut, excluded_out
from api.schemas.matching.reason import ReasonOut, reason_out
from api.schemas.matching.unit import UnitOut, units_out
from api.schemas.period import PeriodOut, period_out
from api.schemas.topic import TopicOut
from kb.matching.experts import MIN_MATCH, ExpertMatch
from kb.matching.match import CLARIFYING_QUESTIONS
from kb.registers import MAX_NAME_CHARS
from kb.staffing.assignment import Uncovered
from kb.staffing.form_team import HOURS_PER_PROBLEM, Member, TeamProblem, TeamProposal
from kb.staffing.integer_program import Stage

MAX_HOURS = 1_000

Hours = Annotated[float, Field(gt=0, le=MAX_HOURS, allow_inf_nan=False, description="Timmar som varje problem tar")]
LeastMatch = Annotated[float, Field(ge=MIN_MATCH, le=1, allow_inf_nan=False)]
MunicipalityName = Annotated[str | None, Field(max_length=MAX_NAME_CHARS, description="Namn eller kod")]
EXAMPLE_TEXT = "Ungdomar rekryteras på torget, och handlare hotas när de säger ifrån."


class TeamIn(DescriptionIn):
    """A description to form a team for."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"text": EXAMPLE_TEXT, "municipality": "Borås", "from": "2027-03-01", "to": "2027-05-31", "hours": 12}
            ]
        },
    )

    municipality: MunicipalityName = None
    hours: Hours = HOURS_PER_PROBLEM
    min_match: Annotated[LeastMatch, Field(description="Så bra måste en expert passa för att täcka ett problem")] = (
        MIN_MATCH
    )
    include_excluded: IncludeExcluded = False


class MatchedExpertOut(BaseModel):
    """An expert and how well it matches a problem, in [0, 1], of its three supports. Contacts are never shown.

    demo: made up, for demonstration
    """

    slug: str
    name: str
    organisation: str
    way_in: str
    match: float
    by_text: float
    by_method: float
    by_area: float
    methods: list[str]
    demo: bool


class GoalOut(BaseModel):
    """What was reached for a goal, and the bound that nothing can pass; gap is 0 when that is proved to be the best."""

    goal: str
    reached: float
    bound: float
    gap: float
    proved: bool


class TeamProblemOut(BaseModel):
    """A problem and who takes it; without an expert, `uncovered` says why: nobody matches, nobody has the time, or
    those that do are needed for the other problems. Alternates could take it while the others keep theirs."""

    title: str
    areas: list[TopicOut]
    units: list[UnitOut]
    expert: MatchedExpertOut | None
    reason: ReasonOut | None
    uncovered: Uncovered | None
    alternates: list[MatchedExpertOut]


class MemberOut(BaseModel):
    """An expert of the team; problems are positions from 0.

    hours: of the problems; free_hours: what the organisation has said that the role has in the period
    assumed_hours: what is counted with besides, for days of which it has said nothing; above 0, ask it for time
    """

    slug: str
    name: str
    organisation: str
    summary: str
    way_in: str
    problems: list[int]
    hours: float
    free_hours: float
    assumed_hours: float
    demo: bool


class TeamOut(BaseModel):
    """The fewest experts that cover as many problems as can be covered. hours: what each problem takes."""

    answered: bool
    problems: list[TeamProblemOut]
    members: list[MemberOut]
    goals: list[GoalOut]
    proved: bool
    hours: float
    min_match: float
    topics: list[TopicOut]
    questions: list[str]
    text: str
    masked: dict[str, int]
    municipality: str | None
    period: PeriodOut
    excluded: list[ExcludedOut] | None
    snapshot: str


def team_out(team: TeamProposal, language: Language = "sv", *, with_excluded: bool = False) -> TeamOut:
    """A team in the shape of the API; language : of the reasons in words."""
    match = team.match
    town = match.help_request.municipality
    return TeamOut(
        answered=bool(team.problems),
        problems=[_team_problem(problem, language) for problem in team.problems],
        members=[_member(member) for member in team.members],
        goals=[goal_out(stage) for stage in team.stages],
        proved=team.is_proved,
        hours=team.hours,
        min_match=team.min_match,
        topics=[TopicOut.model_validate(area) for area in match.topics],
        questions=[] if team.problems else list(CLARIFYING_QUESTIONS),
        text=match.reading.text,
        masked=dict(match.reading.masked),
        municipality=town.name if town else None,
        period=period_out(match.help_request.period),
        excluded=excluded_out(match.excluded, language) if with_excluded else None,
        snapshot=match.snapshot_id,
    )


def _team_problem(found: TeamProblem, language: Language) -> TeamProblemOut:
    problem, reason = found.match.problem, found.reason
    words = tell_support(found.expert.support, found.match.methods.titles, language) if found.expert else []
    return TeamProblemOut(
        title=problem.title,
        areas=[TopicOut.model_validate(area) for area in problem.areas],
        units=units_out(problem),
        expert=matched_expert_out(found.expert) if found.expert else None,
        reason=reason_out(reason, words) if reason else None,
        uncovered=found.uncovered,
        alternates=[matched_expert_out(match) for match in found.alternates],
    )


def _member(member: Member) -> MemberOut:
    expert = member.expert
    return MemberOut(
        slug=expert.slug,
        name=expert.name,
        organisation=expert.organisation,
        summary=expert.summary,
        way_in=expert.way_in,
        problems=list(member.problems),
        hours=member.hours,
        free_hours=round(member.free_hours, 2),
        assumed_hours=round(member.assumed_hours, 2),
        demo=expert.demo,
    )


def matched_expert_out(match: ExpertMatch) -> MatchedExpertOut:
    """An expert and its match in the shape of the API."""
    expert, support = match.hit.document, match.support
    return MatchedExpertOut(
        slug=expert.slug,
        name=expert.name,
        organisation=expert.organisation,
        way_in=expert.way_in,
        match=support.match,
        by_text=support.by_text,
        by_method=support.by_method,
        by_area=support.by_area,
        methods=list(support.methods),
        demo=expert.demo,
    )


def goal_out(stage: Stage) -> GoalOut:
    """A stage in the shape of the API."""
    return GoalOut(goal=stage.goal, reached=stage.reached, bound=stage.bound, gap=stage.gap, proved=stage.is_proved)
