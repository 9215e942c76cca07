"""What a description is matched to."""

from datetime import date

from pydantic import BaseModel

from api.languages import Language
from api.reasons import tell_support
from api.schemas.filtered_out import FilteredOut
from api.schemas.matching.details import DetailsOut
from api.schemas.matching.excluded import ExcludedOut, excluded_out
from api.schemas.matching.method import MethodOut, method_out
from api.schemas.matching.problem_title import name_in
from api.schemas.matching.reason import ReasonOut, reason_out
from api.schemas.matching.unit import NotTakenOut, UnitOut, not_taken_out, units_out
from api.schemas.period import PeriodOut, period_out
from api.schemas.schema import Schema
from api.schemas.topic import TopicOut
from api.schemas.urgent import HelpLineOut, urgent_out
from kb.documents import Guidance, Period
from kb.matching.calendar import State, state_of
from kb.matching.experts import ExpertMatch
from kb.matching.match import CLARIFYING_QUESTIONS, Match, ProblemMatch
from kb.search.describe import Hit


class ExpertHit(Schema):
    """An expert that matched; match in [0, 1] of its three supports. Contacts are never shown.

    state: free, partly free, busy or unknown in the period; unknown: ask the organisation for time
    availability_confirmed: the day when it said what time the role has, null where it has not
    demo: made up, for demonstration
    """

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
    state: State
    free: list[PeriodOut]
    back: date | None
    hours_per_month: int | None
    availability_confirmed: date | None
    demo: bool
    reason: ReasonOut


class ProblemOut(Schema):
    """questions: of the problem area, to be answered where the description tells no cause; else none.

    certainty: probability, in [0, 1], that the description tells of this problem; 1 for one that you sent yourselves.
    uncertain: it is below what is shown as found; no heavy methods are given for it.
    cause: why you think that it is so, as you sent it, masked.
    title: as you sent it, masked, else that of the likeliest area, in the language of the answer.

    experts: the best three that are not known to be busy, then as many made-up ones where there are such, marked demo.
    experts_filtered_out: where nobody is suggested, what of municipality, form, language and period to ask otherwise,
    and how many would be; null too where no expert fits.
    """

    title: str
    areas: list[TopicOut]
    units: list[UnitOut]
    certainty: float
    uncertain: bool
    cause: str
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


class WarnedOut(Schema):
    """Something that the description plans and the guidance advises against."""

    slug: str
    title: str
    summary: str


class MatchOut(Schema):
    """Problems with methods and experts; masked tells kinds and numbers of personal data, never values.

    text: what was read, masked. To adjust the problems, send it again with problems of your own, each the positions of
    its units here, or of those that were not taken as part of any.
    urgent: where to turn when the text tells of somebody in danger, 112 first; show it before all else.
    """

    answered: bool
    problems: list[ProblemOut]
    not_taken: list[NotTakenOut]
    statute: list[PartOut]
    topics: list[TopicOut]
    warned: list[WarnedOut]
    questions: list[str]
    text: str
    masked: dict[str, int]
    municipality: str | None
    period: PeriodOut
    excluded: list[ExcludedOut] | None
    urgent: list[HelpLineOut]
    snapshot: str


def match_out(match: Match, language: Language = "sv", *, with_excluded: bool = False) -> MatchOut:
    """A match in the shape of the API; language : of the reasons in words."""
    reading, town = match.reading, match.help_request.municipality
    return MatchOut(
        answered=bool(match.problems),
        problems=[_problem(problem, match.help_request.period, language) for problem in match.problems],
        not_taken=[not_taken_out(item) for item in reading.not_taken],
        statute=[
            PartOut(part=p.part, found=p.is_found, passages=[paragraph.text for paragraph in p.paragraphs])
            for p in reading.statute
        ],
        warned=[WarnedOut.model_validate(hit.document) for hit in match.warned],
        topics=[TopicOut.model_validate(area) for area in match.topics],
        questions=[] if match.problems else list(CLARIFYING_QUESTIONS),
        text=reading.text,
        masked=dict(reading.masked),
        municipality=town.name if town else None,
        period=period_out(match.help_request.period),
        excluded=excluded_out(match.excluded, language) if with_excluded else None,
        urgent=urgent_out(reading.urgent, language),
        snapshot=match.snapshot_id,
    )


def _problem(match: ProblemMatch, period: Period, language: Language) -> ProblemOut:
    problem, methods, experts = match.problem, match.methods, match.experts
    filtered_out = match.experts_filtered_out

    def method(hit: Hit[Guidance]) -> MethodOut:
        return method_out(hit, match, language)

    def expert(found: ExpertMatch) -> ExpertHit:
        words = tell_support(found.support, methods.titles, language)
        return _expert(found, period, reason_out(match.reasons.give(found.hit), words))

    return ProblemOut(
        title=name_in(problem, language),
        areas=[TopicOut.model_validate(area) for area in problem.areas],
        units=units_out(problem),
        certainty=problem.certainty,
        uncertain=problem.is_uncertain,
        cause=problem.cause,
        details=DetailsOut.model_validate(match.details),
        questions=list(match.questions),
        methods=[method(hit) for hit in methods.suggested],
        advised_against=[method(hit) for hit in methods.advised_against],
        gaps=[method(hit) for hit in methods.gaps],
        experts=[expert(found) for found in experts.suggested],
        busy_experts=[expert(found) for found in experts.busy],
        experts_filtered_out=FilteredOut.model_validate(filtered_out) if filtered_out else None,
    )


def _expert(found: ExpertMatch, period: Period, reason: ReasonOut) -> ExpertHit:
    expert, told = found.hit.document, found.hit.document.availability
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
        state=state_of(found.availability, period),
        free=[period_out(stretch) for stretch in found.availability.free],
        back=found.availability.back,
        hours_per_month=told.hours_per_month if told else None,
        availability_confirmed=told.confirmed if told else None,
        demo=expert.demo,
        reason=reason,
    )
