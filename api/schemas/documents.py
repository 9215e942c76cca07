"""Guidance and problem areas, whole."""

from collections.abc import Sequence
from datetime import date

from api.schemas.badge import BasisOut
from api.schemas.schema import Schema
from kb.documents import Guidance, ProblemArea
from kb.search.similar import Similar


class SourceOut(Schema):
    """paid_by: who paid for a study or review, null where it is not told."""

    id: str
    title: str
    publisher: str
    year: int | None
    url: str | None
    kind: str
    paid_by: str | None


class SectionOut(Schema):
    heading: str
    anchor: str
    level: int
    markdown: str
    citations: list[str]


class OutsideRatingOut(Schema):
    """What somebody else has rated, in their own scale and words. source: id."""

    rater: str
    scale: str
    rating: str
    studies: int | None
    year: int | None
    source: str


class EvidenceOut(Schema):
    """What is known of one outcome. rating: the service's own grade; wanted: which way the outcome should go.

    is_harm: it goes the other way. finding: what was measured and seen
    """

    outcome: str
    outcome_en: str | None
    rating: str
    wanted: str
    effect: str
    certainty: str
    is_harm: bool
    basis: BasisOut
    finding: str
    outside: list[OutsideRatingOut]
    mechanism: str | None
    moderators: str | None
    implementation: str | None
    cost: str | None
    year: int | None
    origin: str
    sources: list[str]
    for_areas: list[str]


class CostOut(Schema):
    """price_year: of the amounts; searched: when no amount was found."""

    text: str
    price_year: int | None
    searched: date | None


class StepOut(Schema):
    """What somebody does to begin. who: a role; takes: hours, days, people or kronor; null: not told. sources: ids."""

    who: str | None
    when: str | None
    what: str
    takes: str | None
    decision: str | None
    sources: list[str]


class IndicatorOut(Schema):
    """What a method is followed up by. first: when it is measured first; target: a form, never a promise."""

    name: str
    source: str | None
    first: str | None
    target: str | None
    owner: str | None


class ExperienceOut(Schema):
    """Who has done it, and what came of it."""

    place: str
    year: str
    text: str


class GuidanceOut(Schema):
    """A whole guidance document; how people ask for it is left out. rating: that of its main outcome.

    heavy: singles out persons as criminal, or restricts many; not for a problem that is uncertain
    time_to_start: from decision to start. law_checked: when what is said of law was read in the statutes
    """

    slug: str
    title: str
    title_en: str | None
    kind: str
    summary: str
    summary_en: str | None
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
    cost: CostOut | None
    time_to_start: str | None
    requires: list[str]
    recommendation: str | None
    statutory: bool
    heavy: bool
    related: list[str]
    unverified: list[str]
    sources: list[SourceOut]
    reviewed: date
    reviewed_by: str
    law_checked: date | None
    review_by: date
    verified: bool
    sections: list[SectionOut]
    steps: list[StepOut]
    indicators: list[IndicatorOut]
    experiences: list[ExperienceOut]


class SimilarOut(Schema):
    """Guidance like another; likeness in [0, 1], areas that both are for."""

    slug: str
    title: str
    title_en: str | None
    summary: str
    summary_en: str | None
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
        title_en=document.title_en,
        summary=document.summary,
        summary_en=document.summary_en,
        rating=document.rating,
        recommendation=document.recommendation,
        likeness=similar.likeness,
        areas=list(similar.areas),
    )
