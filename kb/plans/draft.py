"""A match to a draft plan."""

import re
from datetime import date, timedelta

from kb.documents import Guidance
from kb.errors import FollowUpRejected
from kb.matching.experts import ExpertMatch
from kb.matching.match import Match, ProblemMatch
from kb.matching.statute import PARTS, find_causes
from kb.plans.plan import FORMAT_VERSION, Plan, PlannedExpert, PlannedMeasure, PlannedProblem
from kb.retrieval.search import Hit, Searcher

FOLLOW_UP = timedelta(days=365)
LONGEST = timedelta(days=730)
"""6 § lag (2023:196): the plan is followed up at least every second year."""
FOLLOW_UP_HEADING = "Följ upp"
_ITEM = re.compile(r"(?m)^\s*(?:[-*]|\d+\.)\s+(.*(?:\n(?!\s*(?:[-*]|\d+\.)\s|\s*$).*)*)")
_CITATION = re.compile(r"\s*\[@[^\]]+\]")


def draft_plan(match: Match, searcher: Searcher, today: date, follow_up: date | None = None) -> Plan:
    """The draft plan of a match made with the searcher's snapshot.

    Raises
    ------
    FollowUpRejected : follow_up is before today or more than two years after it
    """
    chosen = follow_up or today + FOLLOW_UP
    if not today <= chosen <= today + LONGEST:
        raise FollowUpRejected(f"follow-up {chosen} is not within two years of {today}, as 6 § lag (2023:196) asks")
    found = {part.part for part in match.statute if part.is_found}
    town = match.request.municipality
    return Plan(
        FORMAT_VERSION,
        town.name if town else None,
        today,
        chosen,
        match.snapshot_id,
        tuple(part for part in PARTS if part not in found),
        tuple(_plan_problem(problem, searcher) for problem in match.problems),
    )


def read_indicators(document: Guidance) -> tuple[str, ...]:
    """The list items of the document's section on following up, without citations."""
    sections = [s.markdown for s in document.sections if s.heading == FOLLOW_UP_HEADING]
    items = [_CITATION.sub("", " ".join(item.split())) for text in sections for item in _ITEM.findall(text)]
    return tuple(items)


def _plan_problem(match: ProblemMatch, searcher: Searcher) -> PlannedProblem:
    problem, methods = match.problem, match.methods
    causes = tuple(paragraph.text for paragraph in find_causes(problem.paragraphs))
    area = searcher.snapshot.problem_areas[problem.areas[0].slug]
    return PlannedProblem(
        problem.title,
        area.slug,
        tuple(paragraph.text for paragraph in problem.paragraphs),
        causes,
        () if causes else area.questions,
        tuple(_plan_measure(hit) for hit in methods.suggested),
        tuple(_plan_measure(hit) for hit in methods.advised_against),
        tuple(_plan_measure(hit) for hit in methods.gaps),
        tuple(_plan_expert(expert) for expert in match.experts.free),
    )


def _plan_measure(hit: Hit[Guidance]) -> PlannedMeasure:
    document = hit.document
    return PlannedMeasure(
        document.slug,
        document.title,
        document.summary,
        document.rating,
        document.recommendation,
        document.evidence_summary,
        document.requires,
        document.run_by,
        document.cost,
        read_indicators(document),
        document.sources,
        document.reviewed,
    )


def _plan_expert(match: ExpertMatch) -> PlannedExpert:
    expert = match.hit.document
    free = tuple((period.first, period.last) for period in match.availability.free)
    return PlannedExpert(
        expert.slug,
        expert.name,
        expert.organisation,
        expert.way_in,
        match.support.methods,
        free,
        expert.availability_invented,
    )
