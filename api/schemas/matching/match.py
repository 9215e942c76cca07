"""What a description is matched to."""

from datetime import date

from pydantic import BaseModel

from api.languages import Language
from api.reasons import tell_support
from api.schemas.filtered_out import FilteredOut
from api.schemas.matching.details import DetailsOut
from api.schemas.matching.excluded import ExcludedOut, excluded_out
from api.schemas.matching.method import MethodOut, method_out
from api.schemas.matching.paragraph import ParagraphOut, paragraphs_out
from api.schemas.matching.reason import ReasonOut, reason_out
from api.schemas.period import PeriodOut, period_out
from api.schemas.schema import Schema
from api.schemas.search import TopicOut
from kb.documents import Guidance
from kb.matching.experts import ExpertMatch
from kb.matching.match import CLARIFYING_QUESTIONS, Match, ProblemMatch
from kb.search.describe import Hit


class ExpertHit(Schema):
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


class ProblemOut(Schema):
    """questions: of the problem area, to be answered where the description tells no cause; else none.

    experts_filtered_out: where nobody is free, what of municipality, form, language and period to ask otherwise, and
    how many would be; null too where no expert fits.
    """

    title: str
    areas: list[TopicOut]
    paragraphs: list[ParagraphOut]
    details: DetailsOut
    questions: list[str]
    methods: list[MethodOut]
    advised_against: list[MethodOut]
    gaps: list[MethodOut]
    experts: list[ExpertHit]
    busy_experts: list[ExpertHit]
    experts_filtered_out: FilteredOut | None


class PartOut(BaseModel):
    """A part of 4 § lag (2023:196) in the description: found or missing, with its passages."""

    part: str
    found: bool
    passages: list[str]


class MatchOut(Schema):
    """Problems with methods and experts; masked tells kinds and numbers of personal data, never values.

    text: what was read, masked. To adjust the problems, send it again with problems of your own, each the positions of
    its paragraphs here.
    """

    answered: bool
    problems: list[ProblemOut]
    statute: list[PartOut]
    topics: list[TopicOut]
    questions: list[str]
    text: str
    masked: dict[str, int]
    municipality: str | None
    period: PeriodOut
    excluded: list[ExcludedOut] | None
    snapshot: str


def match_out(match: Match, language: Language = "sv", *, with_excluded: bool = False) -> MatchOut:
    """A match in the shape of the API; language : of the reasons in words."""
    reading, town = match.reading, match.help_request.municipality
    return MatchOut(
        answered=bool(match.problems),
        problems=[_problem(problem, language) for problem in match.problems],
        statute=[
            PartOut(part=p.part, found=p.is_found, passages=[paragraph.text for paragraph in p.paragraphs])
            for p in reading.statute
        ],
        topics=[TopicOut.model_validate(area) for area in match.topics],
        questions=[] if match.problems else list(CLARIFYING_QUESTIONS),
        text=reading.text,
        masked=dict(reading.masked),
        municipality=town.name if town else None,
        period=period_out(match.help_request.period),
        excluded=excluded_out(match.excluded, language) if with_excluded else None,
        snapshot=match.snapshot_id,
    )


def _problem(match: ProblemMatch, language: Language) -> ProblemOut:
    problem, methods, experts = match.problem, match.methods, match.experts
    filtered_out = match.experts_filtered_out

    def method(hit: Hit[Guidance]) -> MethodOut:
        return method_out(hit, match, language)

    def expert(found: ExpertMatch) -> ExpertHit:
        words = tell_support(found.support, methods.titles, language)
        return _expert(found, reason_out(match.reasons.give(found.hit), words))

    return ProblemOut(
        title=problem.title,
        areas=[TopicOut.model_validate(area) for area in problem.areas],
        paragraphs=paragraphs_out(problem),
        details=DetailsOut.model_validate(match.details),
        questions=list(match.questions),
        methods=[method(hit) for hit in methods.suggested],
        advised_against=[method(hit) for hit in methods.advised_against],
        gaps=[method(hit) for hit in methods.gaps],
        experts=[expert(found) for found in experts.free],
        busy_experts=[expert(found) for found in experts.busy],
        experts_filtered_out=FilteredOut.model_validate(filtered_out) if filtered_out else None,
    )


def _expert(found: ExpertMatch, reason: ReasonOut) -> ExpertHit:
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
        reason=reason,
    )
