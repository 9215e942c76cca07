"""Expert profiles, and when they are free."""

from collections.abc import Sequence
from datetime import date

from pydantic import BaseModel

from api.schemas.filtered_out import FilteredOut
from api.schemas.period import PeriodOut, period_out
from api.schemas.schema import Schema
from kb.documents import Period
from kb.matching.calendar import State
from kb.matching.expert_list import ListedExpert
from kb.search.filtered_out import FilteredOut as Found


class MethodExperienceOut(Schema):
    """A method that the expert knows; level: känner till, har använt or leder införande."""

    slug: str
    level: str


class ExpertOut(BaseModel):
    """An expert profile without its mailbox.

    state: free, partly free or busy in the period; free: the days; back: the first day free again after an absence
    """

    slug: str
    name: str
    organisation: str
    organisation_type: str
    summary: str
    problem_areas: list[str]
    methods: list[MethodExperienceOut]
    counties: list[str]
    support: list[str]
    formats: list[str]
    languages: list[str]
    hours_per_month: int
    parallel_cases: int
    state: State
    free: list[PeriodOut]
    back: date | None
    availability_invented: bool
    limits: list[str]
    way_in: str
    reviewed: date


class ExpertsOut(BaseModel):
    """One page of n_experts, with the period that states and free days are for.

    filtered_out: where filters leave nobody, which to lift and how many there would be; else null.
    """

    n_experts: int
    filtered_out: FilteredOut | None
    period: PeriodOut
    experts: list[ExpertOut]


def experts_out(
    listed: Sequence[ListedExpert], n_experts: int, period: Period, filtered_out: Found | None = None
) -> ExpertsOut:
    """Listed experts in the shape of the API."""
    return ExpertsOut(
        n_experts=n_experts,
        filtered_out=FilteredOut.model_validate(filtered_out) if filtered_out else None,
        period=period_out(period),
        experts=[_expert(item) for item in listed],
    )


def _expert(item: ListedExpert) -> ExpertOut:
    expert = item.expert
    return ExpertOut(
        slug=expert.slug,
        name=expert.name,
        organisation=expert.organisation,
        organisation_type=expert.organisation_type,
        summary=expert.summary,
        problem_areas=list(expert.problem_areas),
        methods=[MethodExperienceOut.model_validate(method) for method in expert.methods],
        counties=list(expert.counties),
        support=list(expert.support),
        formats=list(expert.formats),
        languages=list(expert.languages),
        hours_per_month=expert.hours_per_month,
        parallel_cases=expert.parallel_cases,
        state=item.state,
        free=[period_out(period) for period in item.availability.free],
        back=item.availability.back,
        availability_invented=expert.availability_invented,
        limits=list(expert.limits),
        way_in=expert.way_in,
        reviewed=expert.reviewed,
    )
