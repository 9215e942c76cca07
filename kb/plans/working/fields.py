"""The fields of a plan by their paths: the one table of what can be written, and where.

title                                              of the plan
statute/analys                                     where the part of 4 § can be read
problems/1/cause                                   of the draft's first problem
problems/1/measures/nattvandring/responsible       of a measure of the draft
problems/1/measures/own-6f3a1c/title               of a measure of the municipality's own
problems/1/indicators/own-6f3a1c/value-2027-03-31  of an indicator, on a day
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Literal, get_args

from kb.plans.plan import Plan, PlannedProblem
from kb.plans.working.field_kinds import Choice, Day, FieldKind, Kronor, Line, Number, Paragraphs
from kb.problems.statute import PARTS

Status = Literal["planned", "begun", "done", "stopped"]
Decision = Literal["chosen", "dropped"]
ItemKind = Literal["measures", "indicators", "experts"]

STATUSES: tuple[Status, ...] = get_args(Status)
DECISIONS: tuple[Decision, ...] = get_args(Decision)
PRIORITIES = ("1", "2", "3")
FOLLOWED_UP = frozenset({"status", "note"})
"""Fields that are written after adoption too, beside the values of indicators."""

_DECISION = Choice(DECISIONS)
OF_PLAN: Mapping[str, FieldKind] = {"title": Line(), "summary": Paragraphs(), "follow_up": Day()}
OF_PROBLEM: Mapping[str, FieldKind] = {
    "decision": Choice(("dropped",)),
    "title": Line(),
    "priority": Choice(PRIORITIES),
    "cause": Paragraphs(),
    "goal": Paragraphs(),
    "goal_number": Line(),
    "baseline": Number(),
    "target": Number(),
    "target_day": Day(),
    "note": Paragraphs(),
}
OF_ITEM: Mapping[ItemKind, Mapping[str, FieldKind]] = {
    "measures": {
        "decision": _DECISION,
        "title": Line(),
        "text": Paragraphs(),
        "responsible": Line(),
        "start": Day(),
        "end": Day(),
        "cost": Kronor(),
        "source": Line(1_000),
        "status": Choice(STATUSES),
        "note": Paragraphs(),
    },
    "indicators": {
        "decision": _DECISION,
        "title": Line(),
        "source": Line(),
        "responsible": Line(),
        "first": Day(),
    },
    "experts": {"decision": _DECISION, "note": Paragraphs()},
}
OF_DAY: Mapping[str, FieldKind] = {"value": Number(), "remark": Line(1_000)}
"""Fields of a problem's goal or of an indicator on a day: `value-2027-03-31`."""
OWN = re.compile(r"own-[0-9a-z]{4,24}")
"""Name of a problem, measure or indicator of the municipality's own; sorted, they stand as they were made."""
_ON_DAY = re.compile(r"(\w+)-(\d{4}-\d{2}-\d{2})")


def find_field(path: str, draft: Plan) -> FieldKind | None:
    """What can be written at the path of a plan made of that draft, None where nothing can."""
    match path.split("/"):
        case [field]:
            return OF_PLAN.get(field)
        case ["statute", part] if part in PARTS:
            return Line()
        case ["problems", problem, field] if _is_problem(problem, draft):
            return _find_on_day(field) or OF_PROBLEM.get(field)
        case ["problems", problem, kind, item, field] if kind in OF_ITEM and _is_problem(problem, draft):
            return _find_of_item(kind, item, field, find_problem(problem, draft))
    return None


def is_followed_up(path: str) -> bool:
    """Whether the path is written after adoption too: status, notes, and what goals and indicators are on a day."""
    field = path.rpartition("/")[2]
    return field in FOLLOWED_UP or split_day(field) is not None


def find_problem(problem: str, draft: Plan) -> PlannedProblem | None:
    """The draft's problem of that name, None for one of the municipality's own."""
    position = int(problem) - 1 if re.fullmatch(r"[1-9]\d{0,2}", problem) else len(draft.problems)
    return draft.problems[position] if position < len(draft.problems) else None


def list_items(kind: ItemKind, problem: PlannedProblem) -> tuple[str, ...]:
    """Names of what the draft has of the kind: slugs, and for indicators the measure's with a number."""
    if kind == "measures":
        return tuple(measure.slug for measure in problem.measures)
    if kind == "experts":
        return tuple(expert.slug for expert in problem.experts)
    return tuple(f"{measure.slug}-{n}" for measure in problem.measures for n in range(1, len(measure.indicators) + 1))


def split_day(field: str) -> tuple[str, date] | None:
    """The name and the day of a field on a day, None for any other.

    >>> split_day("value-2027-03-31")
    ('value', datetime.date(2027, 3, 31))
    """
    found = _ON_DAY.fullmatch(field)
    if not found or found[1] not in OF_DAY:
        return None
    with suppress(ValueError):
        return found[1], date.fromisoformat(Day().tidy(found[2]))
    return None


def _is_problem(problem: str, draft: Plan) -> bool:
    return bool(OWN.fullmatch(problem)) or find_problem(problem, draft) is not None


def _find_of_item(kind: str, item: str, field: str, problem: PlannedProblem | None) -> FieldKind | None:
    """problem : the draft's, None for one of the municipality's own"""
    items: ItemKind = next(known for known in OF_ITEM if known == kind)
    is_own = items != "experts" and bool(OWN.fullmatch(item))
    if not is_own and (problem is None or item not in list_items(items, problem)):
        return None
    on_day = _find_on_day(field) if items == "indicators" else None
    return on_day or OF_ITEM[items].get(field)


def _find_on_day(field: str) -> FieldKind | None:
    on_day = split_day(field)
    return OF_DAY[on_day[0]] if on_day else None
