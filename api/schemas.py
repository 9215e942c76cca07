"""The JSON shapes of the API and of `--json`: one definition for both."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from kb.documents import Expert, Guidance, Period, ProblemArea
from kb.matching.experts import ExpertMatch
from kb.matching.match import CLARIFYING_QUESTIONS, Match, ProblemMatch
from kb.matching.reasons import Reason
from kb.retrieval.search import AreaMatch, Hit, SearchResult
from kb.snapshot import Manifest

MAX_DESCRIPTION_CHARS = 200_000
MAX_QUERY_CHARS = 2_000


class _Schema(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class PassageOut(_Schema):
    """A passage that matched; highlights are character spans [first, last) of text."""

    heading: str
    anchor: str
    text: str
    score: float
    highlights: list[tuple[int, int]]


class GuidanceHit(_Schema):
    """A guidance document that matched; relevance in [0, 1], parts are log-odds."""

    slug: str
    title: str
    summary: str
    kind: str
    rating: str | None
    recommendation: str | None
    statutory: bool
    relevance: float
    parts: dict[str, float]
    passages: list[PassageOut]


class TopicOut(_Schema):
    slug: str
    title: str
    relevance: float


class SearchOut(_Schema):
    """What a search found. answered is false when nothing fits well enough; then hits is empty and questions help.

    suggestion: the query as the index would spell it ("Menade du ...").
    """

    query: str
    answered: bool
    n_hits: int
    hits: list[GuidanceHit]
    advised_against: list[GuidanceHit]
    facets: dict[str, dict[str, int]]
    topics: list[TopicOut]
    questions: list[str]
    suggestion: str | None
    snapshot: str


class ReasonOut(_Schema):
    """Why: the description's words beside the document's."""

    description_passage: str
    document_heading: str
    document_passage: str
    shared_terms: list[str]
    parts: dict[str, float]


class MethodOut(_Schema):
    slug: str
    title: str
    summary: str
    rating: str | None
    recommendation: str | None
    evidence_summary: str | None
    relevance: float
    reason: ReasonOut


class PeriodOut(BaseModel):
    """Days from `from` to `to`, both included."""

    model_config = ConfigDict(populate_by_name=True)

    first: Annotated[date, Field(alias="from")]
    last: Annotated[date, Field(alias="to")]


class ExpertHit(_Schema):
    """An expert that matched; match in [0, 1] of its three supports. Contacts are never shown."""

    slug: str
    name: str
    organisation: str
    summary: str
    way_in: str
    match: float
    by_text: float
    by_method: float
    by_area: float
    methods: list[str]
    free: list[PeriodOut]
    back: date | None
    hours_per_month: int
    availability_invented: bool
    reason: ReasonOut


class ProblemOut(_Schema):
    title: str
    areas: list[TopicOut]
    passages: list[str]
    methods: list[MethodOut]
    advised_against: list[MethodOut]
    gaps: list[MethodOut]
    experts: list[ExpertHit]
    busy_experts: list[ExpertHit]


class PartOut(BaseModel):
    """A part of 4 § lag (2023:196) in the description: found or missing, with its passages."""

    part: str
    found: bool
    passages: list[str]


class MatchOut(_Schema):
    """Problems with methods and experts; masked tells kinds and numbers of personal data, never values."""

    answered: bool
    problems: list[ProblemOut]
    statute: list[PartOut]
    topics: list[TopicOut]
    questions: list[str]
    masked: dict[str, int]
    municipality: str | None
    period: PeriodOut
    snapshot: str


class MatchIn(BaseModel):
    """A description to match, in the municipality's own words."""

    model_config = ConfigDict(
        extra="forbid",
        populate_by_name=True,
        json_schema_extra={
            "examples": [
                {
                    "text": "Ungdomar kör epa på torget om kvällarna och boende störs av hög musik.",
                    "municipality": "Borås",
                    "from": "2027-03-01",
                    "to": "2027-03-31",
                }
            ]
        },
    )

    text: Annotated[str, Field(min_length=1, max_length=MAX_DESCRIPTION_CHARS)]
    municipality: str | None = None
    first: Annotated[date | None, Field(alias="from")] = None
    last: Annotated[date | None, Field(alias="to")] = None


class SourceOut(_Schema):
    id: str
    title: str
    publisher: str
    year: int | None
    url: str | None


class SectionOut(_Schema):
    heading: str
    anchor: str
    level: int
    markdown: str
    citations: list[str]


class EvidenceOut(_Schema):
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


class GuidanceOut(_Schema):
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


class ProblemAreaOut(_Schema):
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


class ExpertOut(_Schema):
    """An expert profile without its mailbox."""

    slug: str
    name: str
    organisation: str
    organisation_type: str
    summary: str
    problem_areas: list[str]
    counties: list[str]
    support: list[str]
    formats: list[str]
    languages: list[str]
    hours_per_month: int
    availability_invented: bool
    limits: list[str]
    way_in: str
    reviewed: date


class ExpertsOut(_Schema):
    n_experts: int
    experts: list[ExpertOut]


class ProblemAreasOut(_Schema):
    problem_areas: list[ProblemAreaOut]


class SnapshotOut(_Schema):
    """The served snapshot."""

    id: str
    content_hash: str
    model_id: str
    created: str
    n_documents: dict[str, int]
    n_passages: dict[str, int]


class HealthOut(BaseModel):
    status: Literal["ok"]


class ProblemDetails(BaseModel):
    """Every error, in the one shape of RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    instance: str


def search_out(query: str, result: SearchResult[Guidance]) -> SearchOut:
    """A search result in the shape of the API."""
    return SearchOut(
        query=query,
        answered=result.is_answered,
        n_hits=result.n_hits,
        hits=[_guidance_hit(hit) for hit in result.hits],
        advised_against=[_guidance_hit(hit) for hit in result.advised_against],
        facets={name: dict(values) for name, values in result.facets.items()},
        topics=[_topic(area) for area in result.topics],
        questions=[] if result.is_answered else list(CLARIFYING_QUESTIONS),
        suggestion=result.suggestion,
        snapshot=result.snapshot_id,
    )


def match_out(match: Match) -> MatchOut:
    """A match in the shape of the API."""
    town = match.request.municipality
    return MatchOut(
        answered=bool(match.problems),
        problems=[_problem(problem) for problem in match.problems],
        statute=[
            PartOut(part=p.part, found=p.is_found, passages=[paragraph.text for paragraph in p.paragraphs])
            for p in match.statute
        ],
        topics=[_topic(area) for area in match.topics],
        questions=[] if match.problems else list(CLARIFYING_QUESTIONS),
        masked=dict(match.masked),
        municipality=town.name if town else None,
        period=period_out(match.request.period),
        snapshot=match.snapshot_id,
    )


def guidance_out(document: Guidance) -> GuidanceOut:
    return GuidanceOut.model_validate(document)


def problem_areas_out(areas: Sequence[ProblemArea]) -> ProblemAreasOut:
    return ProblemAreasOut(problem_areas=[ProblemAreaOut.model_validate(area) for area in areas])


def experts_out(experts: Sequence[Expert], n_experts: int) -> ExpertsOut:
    return ExpertsOut(n_experts=n_experts, experts=[ExpertOut.model_validate(expert) for expert in experts])


def snapshot_out(manifest: Manifest) -> SnapshotOut:
    return SnapshotOut.model_validate(manifest)


def _guidance_hit(hit: Hit[Guidance]) -> GuidanceHit:
    document = hit.document
    return GuidanceHit(
        slug=document.slug,
        title=document.title,
        summary=document.summary,
        kind=document.kind,
        rating=document.rating,
        recommendation=document.recommendation,
        statutory=document.statutory,
        relevance=hit.relevance,
        parts=dict(hit.parts),
        passages=[PassageOut.model_validate(passage) for passage in hit.passages],
    )


def _topic(area: AreaMatch) -> TopicOut:
    return TopicOut.model_validate(area)


def _problem(match: ProblemMatch) -> ProblemOut:
    problem, methods, experts = match.problem, match.methods, match.experts

    def method(hit: Hit[Guidance]) -> MethodOut:
        return _method(hit, match.reasons[hit.document.slug])

    def expert(found: ExpertMatch) -> ExpertHit:
        return _expert(found, match.reasons[found.hit.document.slug])

    return ProblemOut(
        title=problem.title,
        areas=[_topic(area) for area in problem.areas],
        passages=[paragraph.text for paragraph in problem.paragraphs],
        methods=[method(hit) for hit in methods.suggested],
        advised_against=[method(hit) for hit in methods.advised_against],
        gaps=[method(hit) for hit in methods.gaps],
        experts=[expert(found) for found in experts.free],
        busy_experts=[expert(found) for found in experts.busy],
    )


def _method(hit: Hit[Guidance], reason: Reason) -> MethodOut:
    document = hit.document
    return MethodOut(
        slug=document.slug,
        title=document.title,
        summary=document.summary,
        rating=document.rating,
        recommendation=document.recommendation,
        evidence_summary=document.evidence_summary,
        relevance=hit.relevance,
        reason=reason_out(reason),
    )


def _expert(found: ExpertMatch, reason: Reason) -> ExpertHit:
    expert = found.hit.document
    return ExpertHit(
        slug=expert.slug,
        name=expert.name,
        organisation=expert.organisation,
        summary=expert.summary,
        way_in=expert.way_in,
        match=found.support.match,
        by_text=found.support.by_text,
        by_method=found.support.by_method,
        by_area=found.support.by_area,
        methods=list(found.support.methods),
        free=[period_out(period) for period in found.availability.free],
        back=found.availability.back,
        hours_per_month=expert.hours_per_month,
        availability_invented=expert.availability_invented,
        reason=reason_out(reason),
    )


def reason_out(reason: Reason) -> ReasonOut:
    """A reason in the shape of the API."""
    return ReasonOut(
        description_passage=reason.description_passage,
        document_heading=reason.document_passage.heading,
        document_passage=reason.document_passage.text,
        shared_terms=list(reason.shared_terms),
        parts=dict(reason.parts),
    )


def period_out(period: Period) -> PeriodOut:
    """A period in the shape of the API."""
    return PeriodOut(first=period.first, last=period.last)
