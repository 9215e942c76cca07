"""The days of a plan that somebody should be reminded of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kb.plans.working.action_plan import ActionPlan, PlanProblem

ReminderKey = Literal["follow_up", "start", "end", "measure", "target"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """about : title of the measure, indicator or problem, empty for the plan; path : its place, the same every time"""

    day: date
    key: ReminderKey
    about: str
    responsible: str
    path: str


def list_reminders(plan: ActionPlan) -> tuple[Reminder, ...]:
    """All days of the plan, earliest first: nothing of what is dropped, done or stopped."""
    whole = Reminder(day=plan.follow_up, key="follow_up", about="", responsible="", path="follow_up")
    found = (whole, *(reminder for problem in plan.kept for reminder in _of_problem(problem)))
    return tuple(sorted(found, key=lambda reminder: (reminder.day, reminder.path)))


def _of_problem(problem: PlanProblem) -> Iterator[Reminder]:
    if problem.goal.day:
        path = f"{problem.path}/target_day"
        yield Reminder(day=problem.goal.day, key="target", about=problem.title, responsible="", path=path)
    yield from _of_measures(problem)
    for indicator in problem.indicators:
        if indicator.is_chosen and indicator.first and not indicator.values:
            yield Reminder(
                day=indicator.first,
                key="measure",
                about=indicator.title,
                responsible=indicator.responsible,
                path=f"{indicator.path}/first",
            )


def _of_measures(problem: PlanProblem) -> Iterator[Reminder]:
    days: tuple[Literal["start", "end"], ...] = ("start", "end")
    for measure in problem.chosen:
        if measure.status in ("done", "stopped"):
            continue
        for key in days:
            day = measure.start if key == "start" else measure.end
            if day:
                path = f"{measure.path}/{key}"
                yield Reminder(day=day, key=key, about=measure.title, responsible=measure.responsible, path=path)
