"""The JSON shapes of allocations over many cases, for the API and for `--json`."""

from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from api.schemas.matching.description import MAX_DESCRIPTION_CHARS
from api.schemas.period import PeriodOut, period_out
from api.schemas.quotas import QuotasIn
from api.schemas.team import (
    EXAMPLE_TEXT,
    GoalOut,
    Hours,
    LeastMatch,
    MatchedExpertOut,
    MunicipalityName,
    goal_out,
    matched_expert_out,
)
from api.schemas.topic import TopicOut
from kb.matching.experts import MIN_MATCH
from kb.staffing.allocate_cases import CaseProblem, CasesAllocation, CaseSupport, Load
from kb.staffing.assignment import Uncovered
from kb.staffing.case import Case
from kb.staffing.form_team import HOURS_PER_PROBLEM
from kb.staffing.outcome import Outcome
from kb.vocabulary import MeetingFormat, SupportLanguage

MAX_CASES = 100

_Slug = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,100}$")]


class CaseIn(BaseModel):
    """A case: `text` in the municipality's own words, or `problems` as slugs of problem areas."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    id: Annotated[str, Field(pattern=r"^[\w.-]{1,60}$", description="Egen beteckning, inga personuppgifter")]
    municipality: MunicipalityName = None
    text: Annotated[str | None, Field(min_length=1, max_length=MAX_DESCRIPTION_CHARS)] = None
    problems: Annotated[list[_Slug], Field(max_length=20, description="Problemområden, som alternativ till text")] = []
    first: Annotated[date | None, Field(alias="from")] = None
    last: Annotated[date | None, Field(alias="to")] = None
    hours: Hours = HOURS_PER_PROBLEM
    priority: Annotated[int, Field(ge=1, le=3, description="3 går före 2 som går före 1, och väger tre gånger 1")] = 1
    form: Annotated[MeetingFormat | None, Field(description="Så ska stödet ges; utelämnad: det spelar ingen roll")] = (
        None
    )
    language: Annotated[SupportLanguage | None, Field(description="På det språket ska stödet ges")] = None
    floor: Annotated[LeastMatch, Field(description="Ingen expert som passar sämre ges till ärendet")] = MIN_MATCH
    not_experts: Annotated[list[_Slug], Field(max_length=200, description="Experter som är jäviga i ärendet")] = []

    @model_validator(mode="after")
    def _has_text_or_problems(self) -> Self:
        if (self.text is None) == (not self.problems):
            raise ValueError("give either text or problems, and not both")
        return self


class AllocationIn(BaseModel):
    """Cases to allocate experts among."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "cases": [
                        {
                            "id": "boras-1",
                            "municipality": "Borås",
                            "text": EXAMPLE_TEXT,
                            "from": "2027-03-01",
                            "to": "2027-05-31",
                            "hours": 12,
                            "priority": 3,
                        },
                        {
                            "id": "sala-1",
                            "municipality": "Sala",
                            "problems": ["skolfranvaro", "narkotika"],
                            "from": "2027-03-01",
                            "to": "2027-04-30",
                            "hours": 8,
                            "priority": 1,
                        },
                    ]
                }
            ]
        },
    )

    cases: Annotated[list[CaseIn], Field(min_length=1, max_length=MAX_CASES)]
    quotas: QuotasIn = QuotasIn()
    worst_first: Annotated[
        bool, Field(description="Lyft det ärende som har det sämst före summan; kostar i regel något av summan")
    ] = False


class CaseProblemOut(BaseModel):
    """A problem and who takes it, or why nobody does."""

    title: str
    areas: list[TopicOut]
    expert: MatchedExpertOut | None
    uncovered: Uncovered | None


class CaseOut(BaseModel):
    """What a case got. quality: mean match over its problems in [0, 1], what nobody takes counted as 0."""

    id: str
    municipality: str | None
    period: PeriodOut
    form: MeetingFormat | None
    language: SupportLanguage | None
    hours: float
    priority: int
    floor: float
    quality: float
    problems: list[CaseProblemOut]
    masked: dict[str, int]


class LoadOut(BaseModel):
    """What an expert was given.

    availability_confirmed: the day when the organisation said what time the role has; null: it has not, and is counted
    with a little time of each month and one case at a time
    """

    slug: str
    name: str
    organisation: str
    cases: list[str]
    hours: float
    availability_confirmed: date | None
    demo: bool


class OutcomeOut(BaseModel):
    """total_match: sum of match times priority; worst_quality: of the cases that got something."""

    total_match: float
    worst_quality: float | None
    n_with_nothing: int
    n_covered: int


class AllocationOut(BaseModel):
    """The best allocation by its goals in their order, beside what greedy reaches on the same cases."""

    cases: list[CaseOut]
    experts: list[LoadOut]
    n_problems: int
    optimal: OutcomeOut
    greedy: OutcomeOut
    goals: list[GoalOut]
    proved: bool
    snapshot: str


def case_of(case: CaseIn) -> Case:
    """The case as a value of the core."""
    return Case(
        id=case.id,
        municipality=case.municipality,
        text=case.text,
        problem_areas=tuple(dict.fromkeys(case.problems)),
        first=case.first,
        last=case.last,
        hours=case.hours,
        priority=case.priority,
        floor=case.floor,
        not_experts=tuple(case.not_experts),
        form=case.form,
        language=case.language,
    )


def allocation_out(found: CasesAllocation) -> AllocationOut:
    """An allocation in the shape of the API."""
    allocation = found.allocation
    return AllocationOut(
        cases=[_case(support) for support in found.cases],
        experts=[_load(load) for load in found.loads],
        n_problems=len(allocation.best.expert_of),
        optimal=outcome_out(allocation.best),
        greedy=outcome_out(allocation.greedy),
        goals=[goal_out(stage) for stage in allocation.stages],
        proved=allocation.is_proved,
        snapshot=found.snapshot_id,
    )


def _case(support: CaseSupport) -> CaseOut:
    town = support.help_request.municipality
    return CaseOut(
        id=support.case.id,
        municipality=town.name if town else None,
        period=period_out(support.help_request.period),
        form=support.case.form,
        language=support.case.language,
        hours=support.case.hours,
        priority=support.case.priority,
        floor=support.case.floor,
        quality=support.quality,
        problems=[_case_problem(problem) for problem in support.problems],
        masked=dict(support.masked),
    )


def _case_problem(found: CaseProblem) -> CaseProblemOut:
    problem = found.match.problem
    return CaseProblemOut(
        title=problem.title,
        areas=[TopicOut.model_validate(area) for area in problem.areas],
        expert=matched_expert_out(found.expert) if found.expert else None,
        uncovered=found.uncovered,
    )


def _load(load: Load) -> LoadOut:
    expert = load.expert
    return LoadOut(
        slug=expert.slug,
        name=expert.name,
        organisation=expert.organisation,
        cases=list(load.case_ids),
        hours=load.hours,
        availability_confirmed=expert.availability.confirmed if expert.availability else None,
        demo=expert.demo,
    )


def outcome_out(outcome: Outcome) -> OutcomeOut:
    """What an allocation is worth, in the shape of the API."""
    return OutcomeOut(
        total_match=outcome.total,
        worst_quality=outcome.worst,
        n_with_nothing=outcome.n_with_nothing,
        n_covered=outcome.n_covered,
    )
