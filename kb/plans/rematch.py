"""A saved plan beside today's snapshot: what has changed since."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kb.documents import Guidance
from kb.matching.methods import find_methods
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


def rematch(plan: Plan, searcher: Searcher, today: date) -> list[Change]:
    """What has changed between the plan and the searcher's snapshot, in the order of the plan."""
    changes = [change for problem in plan.problems for change in _changes(problem, searcher)]
    if today > plan.follow_up:
        before, after = str(plan.follow_up), str(today)
        changes.insert(0, Change(kind="follow-up overdue", problem="", slug="", before=before, after=after))
    return changes


def _changes(problem: PlannedProblem, searcher: Searcher) -> Iterator[Change]:
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
    yield from _new_methods(problem, searcher)


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
    after = (_rating_now(measure, document), document.evidence_summary)
    if before != after:
        yield change("new evidence", _evidence(*before), _evidence(*after))
    elif document.reviewed > measure.reviewed:
        yield change("reviewed again", str(measure.reviewed), str(document.reviewed))


def _rating_now(measure: PlannedMeasure, document: Guidance) -> Rating | None:
    """Of the outcome that the plan names; the document's best where it names none, or one that is gone."""
    of_outcome = (evidence.rating for evidence in document.evidence if evidence.outcome == measure.outcome)
    return next(of_outcome, document.rating)


def _evidence(rating: str | None, summary: str | None) -> str:
    return ". ".join(part for part in (rating, summary) if part)


def _new_methods(problem: PlannedProblem, searcher: Searcher) -> Iterator[Change]:
    if not problem.passages:
        return
    planned = {measure.slug for measure in problem.measures}
    told = name_passages(problem.passages, searcher)
    found = find_methods(searcher.ask(told.text), told.areas[0].title, searcher)
    for document in (hit.document for hit in found.suggested):
        if document.slug not in planned:
            yield Change(kind="new method", problem=problem.title, slug=document.slug, before="", after=document.title)
