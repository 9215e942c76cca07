"""Methods side by side."""

from pydantic import Field

from api.schemas.documents import CostOut, EvidenceOut, SourceOut
from api.schemas.query import StrictQuery
from api.schemas.schema import Schema
from kb.overview.comparison import MAX_METHODS, ComparedMethod, Comparison

MAX_SLUG_CHARS = 100
MAX_NAMED = 20
"""More than can be compared, so that who names four is told so in words."""


class ComparisonQuery(StrictQuery):
    """slug: two or three of them; problem_area: the one to tell effects for."""

    slug: list[str] = Field(default=[], max_length=MAX_NAMED, examples=[["sspf", "sociala-insatsgrupper"]])
    problem_area: str = Field(default="", max_length=MAX_SLUG_CHARS, examples=["ungdomsbrott"])


class ComparedOut(Schema):
    """A method beside others, in the words of its document; null or an empty list: not told there.

    outcome: the one that counts for the problem area; is_about_problem false: none does, and this is the main one.
    others: the other outcomes. time_to_start: from decision to start; start_times: sentences that tell of it, where
    the document has no such field.
    first_steps, examples, risks: the first lines of their sections. sources: those of the outcomes.
    """

    slug: str
    title: str
    title_en: str | None
    kind: str
    summary: str
    summary_en: str | None
    recommendation: str | None
    statutory: bool
    outcome: EvidenceOut | None
    is_about_problem: bool
    others: list[EvidenceOut]
    evidence_summary: str | None
    requires: list[str]
    cost: CostOut | None
    time_to_start: str | None
    start_times: list[str]
    first_steps: list[str]
    prevention_level: str | None
    age_from: int | None
    age_to: int | None
    settings: list[str]
    run_by: list[str]
    examples: list[str]
    risks: list[str]
    sources: list[SourceOut]


class ComparisonOut(Schema):
    """problem_area: that effects are told for, null for the main outcomes; shared_areas: of at least two methods."""

    problem_area: str | None
    shared_areas: list[str]
    methods: list[ComparedOut] = Field(max_length=MAX_METHODS)
    snapshot: str


def comparison_out(comparison: Comparison, snapshot_id: str) -> ComparisonOut:
    """A comparison in the shape of the API."""
    return ComparisonOut(
        problem_area=comparison.area.slug if comparison.area else None,
        shared_areas=list(comparison.shared_areas),
        methods=[_compared_out(method) for method in comparison.methods],
        snapshot=snapshot_id,
    )


def _compared_out(method: ComparedMethod) -> ComparedOut:
    document = method.document
    return ComparedOut(
        slug=document.slug,
        title=document.title,
        title_en=document.title_en,
        kind=document.kind,
        summary=document.summary,
        summary_en=document.summary_en,
        recommendation=document.recommendation,
        statutory=document.statutory,
        outcome=EvidenceOut.model_validate(method.outcome) if method.outcome else None,
        is_about_problem=method.is_about_problem,
        others=[EvidenceOut.model_validate(outcome) for outcome in method.others],
        evidence_summary=document.evidence_summary,
        requires=list(document.requires),
        cost=CostOut.model_validate(document.cost) if document.cost else None,
        time_to_start=document.time_to_start,
        start_times=list(method.start_times),
        first_steps=list(method.first_steps),
        prevention_level=document.prevention_level,
        age_from=document.age_from,
        age_to=document.age_to,
        settings=list(document.settings),
        run_by=list(document.run_by),
        examples=list(method.examples),
        risks=list(method.risks),
        sources=[SourceOut.model_validate(source) for source in method.sources],
    )
