"""A plan that is worked on as it reads: the draft with what is written in it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kb.plans.plan import PlannedExpert, PlannedMeasure, PlannedProblem
from kb.plans.working.action_plan import (
    ActionPlan,
    Goal,
    Measuring,
    PlanExpert,
    PlanIndicator,
    PlanMeasure,
    PlanProblem,
)
from kb.plans.working.fields import DECISIONS, STATUSES, Decision, Status, split_day
from kb.plans.working.read_fields import Fields, Places
from kb.plans.working.working_plan import WorkingPlan

N_PROPOSED = 3
"""Measures of a problem that are proposed: the best of those that nothing is decided of."""


def read_action_plan(plan: WorkingPlan) -> ActionPlan:
    """The plan as it reads."""
    draft, places = plan.draft, Places(plan.written)
    fields, statute = places.find(""), places.find("statute")
    named = [(str(n), problem) for n, problem in enumerate(draft.problems, 1)]
    own = [(name, None) for name in places.list_own("problems")]
    return ActionPlan(
        draft=draft,
        title=fields.text("title"),
        summary=fields.text("summary"),
        follow_up=fields.day("follow_up") or draft.follow_up,
        statute={part: statute.text(part) for part in draft.missing_parts},
        problems=tuple(_read_problem(f"problems/{name}", problem, places) for name, problem in (*named, *own)),
    )


def _read_problem(path: str, planned: PlannedProblem | None, places: Places) -> PlanProblem:
    fields = places.find(path)
    return PlanProblem(
        path=path,
        planned=planned,
        is_dropped=fields.text("decision") == "dropped",
        title=fields.text("title") or (planned.title if planned else ""),
        priority=fields.whole("priority"),
        cause=fields.text("cause") or ("\n".join(planned.causes) if planned else ""),
        goal=_read_goal(fields),
        note=fields.text("note"),
        measures=_read_measures(path, planned, places),
        indicators=_read_indicators(path, planned, places),
        experts=tuple(_read_expert(path, expert, places) for expert in planned.experts) if planned else (),
    )


def _read_goal(fields: Fields) -> Goal:
    return Goal(
        text=fields.text("goal"),
        number=fields.text("goal_number"),
        baseline=fields.number("baseline"),
        target=fields.number("target"),
        day=fields.day("target_day"),
        measurings=_read_measurings(fields),
    )


def _read_measures(path: str, planned: PlannedProblem | None, places: Places) -> tuple[PlanMeasure, ...]:
    """The draft's, best first, then the municipality's own, which are chosen until they are dropped."""
    of_draft = [
        _read_measure(f"{path}/measures/{measure.slug}", measure, places)
        for measure in (planned.measures if planned else ())
    ]
    own = (_read_measure(f"{path}/measures/{name}", None, places) for name in places.list_own(f"{path}/measures"))
    open_ones = [measure.path for measure in of_draft if measure.decision is None][:N_PROPOSED]
    return *(replace(measure, is_proposed=measure.path in open_ones) for measure in of_draft), *own


def _read_measure(path: str, planned: PlannedMeasure | None, places: Places) -> PlanMeasure:
    fields = places.find(path)
    return PlanMeasure(
        path=path,
        planned=planned,
        decision=_read_decision(fields, is_own=planned is None),
        is_proposed=False,
        title=planned.title if planned else fields.text("title"),
        text=fields.text("text"),
        responsible=fields.text("responsible"),
        start=fields.day("start"),
        end=fields.day("end"),
        cost=fields.whole("cost"),
        source=fields.text("source"),
        status=_read_status(fields),
        note=fields.text("note"),
    )


def _read_indicators(path: str, planned: PlannedProblem | None, places: Places) -> tuple[PlanIndicator, ...]:
    of_draft = (
        _read_indicator(f"{path}/indicators/{measure.slug}-{n}", f"{path}/measures/{measure.slug}", title, places)
        for measure in (planned.measures if planned else ())
        for n, title in enumerate(measure.indicators, 1)
    )
    own = (
        _read_indicator(f"{path}/indicators/{name}", "", "", places) for name in places.list_own(f"{path}/indicators")
    )
    return *of_draft, *own


def _read_indicator(path: str, measure: str, title: str, places: Places) -> PlanIndicator:
    fields = places.find(path)
    return PlanIndicator(
        path=path,
        measure=measure,
        decision=_read_decision(fields, is_own=not measure),
        title=fields.text("title") or title,
        source=fields.text("source"),
        responsible=fields.text("responsible"),
        first=fields.day("first"),
        measurings=_read_measurings(fields),
    )


def _read_measurings(fields: Fields) -> tuple[Measuring, ...]:
    days: dict[date, dict[str, str]] = {}
    for field, text in fields.texts.items():
        if on_day := split_day(field):
            days.setdefault(on_day[1], {})[on_day[0]] = text
    return tuple(_read_measuring(day, told) for day, told in sorted(days.items()))


def _read_measuring(day: date, told: dict[str, str]) -> Measuring:
    value = Decimal(told["value"]) if "value" in told else None
    return Measuring(day, value, told.get("remark", ""))


def _read_expert(path: str, planned: PlannedExpert, places: Places) -> PlanExpert:
    place = f"{path}/experts/{planned.slug}"
    fields = places.find(place)
    return PlanExpert(
        path=place, planned=planned, decision=_read_decision(fields, is_own=False), note=fields.text("note")
    )


def _read_decision(fields: Fields, *, is_own: bool) -> Decision | None:
    """What is decided; what the municipality has written of its own is chosen, where nothing else is said."""
    decided = (word for word in DECISIONS if word == fields.text("decision"))
    return next(decided, "chosen" if is_own else None)


def _read_status(fields: Fields) -> Status | None:
    return next((status for status in STATUSES if status == fields.text("status")), None)
