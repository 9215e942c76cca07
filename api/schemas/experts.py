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
    """A method; level: känner till, which is no experience of it, har använt or leder införande."""

    slug: str
    level: str


class TermsOut(Schema):
    """What it is to be helped, as the organisation publishes it; null where it does not."""

    cost: str | None
    travel: str | None
    response_time: str | None
    deputy: str | None


class ExpertOut(BaseModel):
    """An expert profile without its mailbox and telephone.

    state: free, partly free, busy or unknown in the period; free: the days known to be
    back: the first day free again after an absence
    availability_confirmed: the day when the organisation said what time the role has; null: it has not, so that hours,
    cases and days are unknown and the organisation is to be asked
    demo: made up, for demonstration
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
    hours_per_month: int | None
    parallel_cases: int | None
    availability_confirmed: date | None
    state: State
    free: list[PeriodOut]
    back: date | None
    limits: list[str]
    way_in: str
    terms: TermsOut
    checked: date | None
    reviewed: date
    demo: bool


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
    expert, told = item.expert, item.expert.availability
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
        hours_per_month=told.hours_per_month if told else None,
        parallel_cases=told.parallel_cases if told else None,
        availability_confirmed=told.confirmed if told else None,
        state=item.state,
        free=[period_out(period) for period in item.availability.free],
        back=item.availability.back,
        limits=list(expert.limits),
        way_in=expert.way_in,
        terms=TermsOut.model_validate(expert.terms),
        checked=expert.checked,
        reviewed=expert.reviewed,
        demo=expert.demo,
    )
