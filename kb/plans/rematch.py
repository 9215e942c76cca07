"""A saved plan beside today's snapshot: what has changed since."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kb.documents import Guidance
from kb.matching.help_request import HelpRequest
from kb.matching.match import match_problem
from kb.plans.plan import Plan, PlannedMeasure, PlannedProblem
from kb.problems.name_problem import name_passages
from kb.search.searcher import Searcher
from kb.vocabulary import Rating

ChangeKind = Literal[
    "method withdrawn",
    "now advised against",
    "new evidence",
    "reviewed again",
    "expert gone",
    "new method",
    "follow-up overdue",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """problem: its title in the plan, empty for the whole plan; before and after in the words of the documents."""

    kind: ChangeKind
    problem: str
    slug: str
    before: str
    after: str


def rematch(plan: Plan, searcher: Searcher, request: HelpRequest, today: date) -> list[Change]:
    """What has changed between the plan and the snapshot, in the order of the plan."""
    changes = [change for problem in plan.problems for change in _changes(problem, searcher, request, today)]
    if today > plan.follow_up:
        changes.insert(
            0, Change(kind="follow-up overdue", problem="", slug="", before=str(plan.follow_up), after=str(today))
        )
    return changes


def _changes(problem: PlannedProblem, searcher: Searcher, request: HelpRequest, today: date) -> Iterator[Change]:
    for measure in problem.measures:
        yield from _measure_changes(problem, measure, searcher)
    for expert in problem.experts:
        if expert.slug not in searcher.snapshot.experts:
            yield Change(
                kind="expert gone",
                problem=problem.title,
                slug=expert.slug,
                before=f"{expert.name}, {expert.organisation}",
                after="",
            )
    yield from _new_methods(problem, [m.slug for m in problem.measures], searcher, request, today)


def _measure_changes(problem: PlannedProblem, measure: PlannedMeasure, searcher: Searcher) -> Iterator[Change]:
    document = searcher.snapshot.guidance.get(measure.slug)
    if document is None:
        yield Change(kind="method withdrawn", problem=problem.title, slug=measure.slug, before=measure.title, after="")
        return
    if document.is_advised_against and measure.recommendation != "avråds":
        yield Change(
            kind="now advised against",
            problem=problem.title,
            slug=measure.slug,
            before=measure.title,
            after=document.summary,
        )
    before = (measure.rating, measure.evidence_summary)
    after = (_rating_now(measure, document), document.evidence_summary)
    if before != after:
        yield Change(
            kind="new evidence",
            problem=problem.title,
            slug=measure.slug,
            before=_evidence(*before),
            after=_evidence(*after),
        )
    elif document.reviewed > measure.reviewed:
        yield Change(
            kind="reviewed again",
            problem=problem.title,
            slug=measure.slug,
            before=str(measure.reviewed),
            after=str(document.reviewed),
        )


def _rating_now(measure: PlannedMeasure, document: Guidance) -> Rating | None:
    """Of the outcome that the plan names; the document's best where it names none, or one that is gone."""
    of_outcome = (evidence.rating for evidence in document.evidence if evidence.outcome == measure.outcome)
    return next(of_outcome, document.rating)


def _evidence(rating: str | None, summary: str | None) -> str:
    return ". ".join(part for part in (rating, summary) if part)


def _new_methods(
    problem: PlannedProblem, planned: Sequence[str], searcher: Searcher, request: HelpRequest, today: date
) -> Iterator[Change]:
    if not problem.passages:
        return
    found = match_problem(name_passages(problem.passages, searcher), request, today, searcher)
    for hit in found.methods.suggested:
        if hit.document.slug not in planned:
            yield Change(
                kind="new method", problem=problem.title, slug=hit.document.slug, before="", after=hit.document.title
            )
