"""A match to a draft plan."""

from collections.abc import Sequence
from datetime import date, timedelta

from kb.documents import Guidance, Source
from kb.errors import FollowUpRejected
from kb.matching.experts import ExpertMatch
from kb.matching.match import Match, ProblemMatch
from kb.plans.plan import FORMAT_VERSION, Plan, PlannedExpert, PlannedMeasure, PlannedProblem, PlannedSource
from kb.problems.details import Quote
from kb.problems.problem import join_units
from kb.problems.statute import PARTS
from kb.search.describe import Hit

FOLLOW_UP = timedelta(days=365)
LONGEST = timedelta(days=730)
"""6 § lag (2023:196): the plan is followed up at least every second year."""


def draft_plan(match: Match, follow_up: date | None = None) -> Plan:
    """The draft plan of a match.

    follow_up : a year after the match when left out

    Raises
    ------
    FollowUpRejected : follow_up is before the day of the match or more than two years after it
    """
    today = match.today
    chosen = follow_up or today + FOLLOW_UP
    if not today <= chosen <= today + LONGEST:
        raise FollowUpRejected(f"follow-up {chosen} is not within two years of {today}, as 6 § lag (2023:196) asks")
    found = {part.part for part in match.reading.statute if part.is_found}
    town = match.help_request.municipality
    return Plan(
        format_version=FORMAT_VERSION,
        municipality=town.name if town else None,
        drafted=today,
        follow_up=chosen,
        snapshot_id=match.snapshot_id,
        missing_parts=tuple(part for part in PARTS if part not in found),
        problems=tuple(_plan_problem(problem) for problem in match.problems),
    )


def _plan_problem(match: ProblemMatch) -> PlannedProblem:
    problem, methods = match.problem, match.methods
    details = match.details
    return PlannedProblem(
        title=problem.title,
        area=problem.areas[0].slug,
        passages=tuple(join_units(problem.units)),
        causes=(*([problem.cause] if problem.cause else ()), *_texts(details.cause)),
        cause_questions=match.questions,
        measures=tuple(_plan_measure(hit, match) for hit in methods.suggested),
        advised_against=tuple(_plan_measure(hit, match) for hit in methods.advised_against),
        gaps=tuple(_plan_measure(hit, match) for hit in methods.gaps),
        experts=tuple(_plan_expert(expert) for expert in match.experts.suggested),
        places=_texts(details.place),
        groups=_texts(details.group),
        times=_texts(details.time),
        offered=tuple(hit.document.slug for hit in methods.suggested),
    )


def _texts(quotes: Sequence[Quote]) -> tuple[str, ...]:
    return tuple(" ".join(quote.text.split()) for quote in quotes)


def _plan_measure(hit: Hit[Guidance], match: ProblemMatch) -> PlannedMeasure:
    document = hit.document
    badge, cost = match.methods.badges.get(document.slug), document.cost
    return PlannedMeasure(
        slug=document.slug,
        title=document.title,
        summary=document.summary,
        rating=badge.rating if badge else None,
        recommendation=document.recommendation,
        evidence_summary=document.evidence_summary,
        requires=document.requires,
        run_by=document.run_by,
        cost=cost.text if cost else None,
        price_year=cost.price_year if cost else None,
        cost_searched=cost.searched if cost else None,
        time_to_start=document.time_to_start,
        steps=document.steps,
        indicators=tuple(indicator.name for indicator in document.indicators),
        measured=document.indicators,
        sources=tuple(map(_plan_source, document.sources)),
        reviewed=document.reviewed,
        outcome=badge.outcome if badge else "",
        outcome_en=badge.outcome_en if badge else None,
        wanted=badge.wanted if badge else "minskar",
        effect=badge.effect if badge else None,
        certainty=badge.certainty if badge else None,
        basis=badge.basis if badge else None,
        is_about_problem=badge.is_about_problem if badge else True,
        lacking=tuple(asked.text for asked in match.requirements[document.slug] if asked.lacks),
        is_statutory=document.statutory,
    )


def _plan_source(source: Source) -> PlannedSource:
    return PlannedSource(
        id=source.id,
        title=source.title,
        publisher=source.publisher,
        year=source.year,
        url=source.url,
        kind=source.kind,
        paid_by=source.paid_by,
    )


def _plan_expert(match: ExpertMatch) -> PlannedExpert:
    expert = match.hit.document
    free = tuple((period.first, period.last) for period in match.availability.free)
    return PlannedExpert(
        slug=expert.slug,
        name=expert.name,
        organisation=expert.organisation,
        way_in="" if expert.demo else expert.way_in,
        methods=match.support.methods,
        free=free,
        demo=expert.demo,
    )
