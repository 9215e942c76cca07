"""Guidance and problem areas, whole."""

from collections.abc import Sequence
from datetime import date

from api.schemas.schema import Schema
from kb.documents import Guidance, ProblemArea
from kb.search.similar import Similar


class SourceOut(Schema):
    id: str
    title: str
    publisher: str
    year: int | None
    url: str | None


class SectionOut(Schema):
    heading: str
    anchor: str
    level: int
    markdown: str
    citations: list[str]


class EvidenceOut(Schema):
    outcome: str
    rating: str
    direction: str
    effect: str
    mechanism: str | None
    moderators: str | None
    implementation: str | None
    cost: str | None
    rated_by: str
    year: int | None
    origin: str
    sources: list[str]


class GuidanceOut(Schema):
    """A whole guidance document; how people ask for it is left out."""

    slug: str
    title: str
    kind: str
    summary: str
    primary_areas: list[str]
    secondary_areas: list[str]
    prevention_level: str | None
    approach: str | None
    age_from: int | None
    age_to: int | None
    target_groups: list[str]
    settings: list[str]
    run_by: list[str]
    partners: list[str]
    evidence: list[EvidenceOut]
    evidence_summary: str | None
    rating: str | None
    cost: str | None
    requires: list[str]
    recommendation: str | None
    statutory: bool
    related: list[str]
    unverified: list[str]
    sources: list[SourceOut]
    reviewed: date
    review_by: date
    verified: bool
    sections: list[SectionOut]


class SimilarOut(Schema):
    """Guidance like another; likeness in [0, 1], areas that both are for."""

    slug: str
    title: str
    summary: str
    rating: str | None
    recommendation: str | None
    likeness: float
    areas: list[str]


class ProblemAreaOut(Schema):
    """A problem area; slang is left out, it serves the understanding of queries alone."""

    slug: str
    title: str
    title_en: str
    kind: str
    focus_areas: list[str]
    summary: str
    signs: list[str]
    questions: list[str]
    terms: list[str]
    related: list[str]
    sources: list[SourceOut]


class ProblemAreasOut(Schema):
    problem_areas: list[ProblemAreaOut]


def guidance_out(document: Guidance) -> GuidanceOut:
    return GuidanceOut.model_validate(document)


def problem_areas_out(areas: Sequence[ProblemArea]) -> ProblemAreasOut:
    return ProblemAreasOut(problem_areas=[ProblemAreaOut.model_validate(area) for area in areas])


def similar_out(similar: Similar) -> SimilarOut:
    document = similar.document
    return SimilarOut(
        slug=document.slug,
        title=document.title,
        summary=document.summary,
        rating=document.rating,
        recommendation=document.recommendation,
        likeness=similar.likeness,
        areas=list(similar.areas),
    )
