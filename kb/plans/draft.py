"""A match to a draft plan."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from kb.documents import Guidance
from kb.errors import FollowUpRejected
from kb.matching.experts import ExpertMatch
from kb.matching.match import Match, ProblemMatch
from kb.plans.plan import FORMAT_VERSION, Plan, PlannedExpert, PlannedMeasure, PlannedProblem
from kb.problems.details import Quote
from kb.problems.statute import PARTS
from kb.search.describe import Hit

FOLLOW_UP = timedelta(days=365)
LONGEST = timedelta(days=730)
"""6 § lag (2023:196): the plan is followed up at least every second year."""
FOLLOW_UP_HEADING = "Följ upp"
_ITEM = re.compile(r"(?m)^\s*(?:[-*]|\d+\.)\s+(.*(?:\n(?!\s*(?:[-*]|\d+\.)\s|\s*$).*)*)")
_CITATION = re.compile(r"\s*\[@[^\]]+\]")


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


def read_indicators(document: Guidance) -> tuple[str, ...]:
    """The list items of the document's section on following up, without citations."""
    sections = [s.markdown for s in document.sections if s.heading == FOLLOW_UP_HEADING]
    items = [_CITATION.sub("", " ".join(item.split())) for text in sections for item in _ITEM.findall(text)]
    return tuple(items)


def _plan_problem(match: ProblemMatch) -> PlannedProblem:
    problem, methods = match.problem, match.methods
    details = match.details
    return PlannedProblem(
        title=problem.title,
        area=problem.areas[0].slug,
        passages=tuple(paragraph.text for paragraph in problem.paragraphs),
        causes=_texts(details.cause),
        cause_questions=match.questions,
        measures=tuple(_plan_measure(hit, match) for hit in methods.suggested),
        advised_against=tuple(_plan_measure(hit, match) for hit in methods.advised_against),
        gaps=tuple(_plan_measure(hit, match) for hit in methods.gaps),
        experts=tuple(_plan_expert(expert) for expert in match.experts.free),
        places=_texts(details.place),
        groups=_texts(details.group),
        times=_texts(details.time),
    )


def _texts(quotes: Sequence[Quote]) -> tuple[str, ...]:
    return tuple(" ".join(quote.text.split()) for quote in quotes)


def _plan_measure(hit: Hit[Guidance], match: ProblemMatch) -> PlannedMeasure:
    document = hit.document
    rated = match.methods.ratings.get(document.slug)
    return PlannedMeasure(
        slug=document.slug,
        title=document.title,
        summary=document.summary,
        rating=rated.rating if rated else None,
        recommendation=document.recommendation,
        evidence_summary=document.evidence_summary,
        requires=document.requires,
        run_by=document.run_by,
        cost=document.cost,
        indicators=read_indicators(document),
        sources=document.sources,
        reviewed=document.reviewed,
        outcome=rated.outcome if rated else "",
        lacking=tuple(asked.text for asked in match.requirements[document.slug] if asked.lacks),
    )


def _plan_expert(match: ExpertMatch) -> PlannedExpert:
    expert = match.hit.document
    free = tuple((period.first, period.last) for period in match.availability.free)
    return PlannedExpert(
        slug=expert.slug,
        name=expert.name,
        organisation=expert.organisation,
        way_in=expert.way_in,
        methods=match.support.methods,
        free=free,
        availability_invented=expert.availability_invented,
    )
