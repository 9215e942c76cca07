"""A saved plan beside today's snapshot: what the knowledge offers now that it did not when the plan was made."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kb.badge import rate_for_area
from kb.documents import Guidance
from kb.matching.methods import find_methods
from kb.plans.plan import Plan, PlannedMeasure, PlannedProblem
from kb.privacy import drop_masks
from kb.search.query import MAX_QUERY_CHARS
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


def rematch(plan: Plan, searcher: Searcher, today: date) -> list[Change]:
    """What has changed between the plan and the searcher's snapshot, in the order of the plan."""
    changes = [change for problem in plan.problems for change in _changes(plan, problem, searcher)]
    if today > plan.follow_up:
        before, after = str(plan.follow_up), str(today)
        changes.insert(0, Change(kind="follow-up overdue", problem="", slug="", before=before, after=after))
    return changes


def _changes(plan: Plan, problem: PlannedProblem, searcher: Searcher) -> Iterator[Change]:
    for measure in problem.measures:
        yield from _measure_changes(problem, measure, searcher.snapshot.guidance.get(measure.slug))
    for expert in problem.experts:
        if expert.slug not in searcher.snapshot.experts:
            yield Change(
                kind="expert gone",
                problem=problem.title,
                slug=expert.slug,
                before=f"{expert.name}, {expert.organisation}",
                after="",
            )
    yield from _new_methods(plan, problem, searcher)


def _measure_changes(problem: PlannedProblem, measure: PlannedMeasure, document: Guidance | None) -> Iterator[Change]:
    """document : the measure's of today, None where there is none."""

    def change(kind: ChangeKind, before: str, after: str) -> Change:
        return Change(kind=kind, problem=problem.title, slug=measure.slug, before=before, after=after)

    if document is None:
        yield change("method withdrawn", measure.title, "")
        return
    if document.is_advised_against and measure.recommendation != "avråds":
        yield change("now advised against", measure.title, document.summary)
    before = (measure.rating, measure.evidence_summary)
    after = (_rating_now(problem, measure, document), document.evidence_summary)
    if before != after:
        yield change("new evidence", _evidence(*before), _evidence(*after))
    elif document.reviewed > measure.reviewed:
        yield change("reviewed again", str(measure.reviewed), str(document.reviewed))


def _rating_now(problem: PlannedProblem, measure: PlannedMeasure, document: Guidance) -> Rating | None:
    """Of the outcome that the plan names, or of the badge where that is gone; unchanged where the plan names none."""
    if not measure.outcome:
        return measure.rating
    of_outcome = (evidence.rating for evidence in document.evidence if evidence.outcome == measure.outcome)
    return next(of_outcome, rate_for_area(document, problem.area))


def _evidence(rating: str | None, summary: str | None) -> str:
    return ". ".join(part for part in (rating, summary) if part)


def _new_methods(plan: Plan, problem: PlannedProblem, searcher: Searcher) -> Iterator[Change]:
    if not problem.passages or plan.snapshot_id == searcher.snapshot.manifest.id:
        return
    text = drop_masks("\n".join(problem.passages))[:MAX_QUERY_CHARS]
    found = find_methods(searcher.ask(text), problem.area, searcher)
    for document in (hit.document for hit in found.suggested):
        if _is_new(document, plan, problem):
            yield Change(kind="new method", problem=problem.title, slug=document.slug, before="", after=document.title)


def _is_new(document: Guidance, plan: Plan, problem: PlannedProblem) -> bool:
    """Whether it was not offered; where the plan does not tell, whether it has been reviewed since and is not in it."""
    if problem.offered is not None:
        return document.slug not in problem.offered
    planned = {measure.slug for measure in problem.measures}
    return document.slug not in planned and document.reviewed > plan.drafted
