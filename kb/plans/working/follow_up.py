"""The follow-up that is due at least every second year (6 § lag 2023:196), drafted from what has been measured."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from kb.plans.working.action_plan import ActionPlan, Goal, PlanIndicator, PlanMeasure, PlanProblem
from kb.plans.working.fields import STATUSES, Status

Outcome = Literal["reached", "nearer", "unchanged", "farther", "not_known"]
"""Of a goal: where the last value lies, seen from its baseline towards its target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """An indicator from its first to its last value; None where it has not been measured twice."""

    indicator: PlanIndicator
    change: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemFollowUp:
    """latest : the last value of the goal's number, with its day; late : chosen measures past their end, not done"""

    problem: PlanProblem
    outcome: Outcome
    latest: tuple[date, Decimal] | None
    courses: tuple[Course, ...]
    late: tuple[PlanMeasure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """n_by_status : chosen measures of each status, those without one under "planned" """

    drafted: date
    n_by_status: Mapping[Status, int]
    problems: tuple[ProblemFollowUp, ...]


def draft_follow_up(plan: ActionPlan, today: date) -> FollowUp:
    """What can be told of the plan today, problem by problem."""
    counted = Counter(measure.status or "planned" for measure in plan.chosen)
    return FollowUp(
        drafted=today,
        n_by_status={status: counted[status] for status in STATUSES},
        problems=tuple(_follow_up(problem, today) for problem in plan.kept),
    )


def judge_goal(goal: Goal) -> Outcome:
    """Where the goal's last value lies; not known without a baseline, a target and a value."""
    if goal.baseline is None or goal.target is None or not goal.values:
        return "not_known"
    wanted, moved = goal.target - goal.baseline, goal.values[-1][1] - goal.baseline
    if not moved:
        return "unchanged" if wanted else "reached"
    if moved * wanted <= 0:
        return "farther"
    return "reached" if abs(moved) >= abs(wanted) else "nearer"


def _follow_up(problem: PlanProblem, today: date) -> ProblemFollowUp:
    chosen = (indicator for indicator in problem.indicators if indicator.is_chosen)
    late = (m for m in problem.chosen if m.end and m.end < today and m.status not in ("done", "stopped"))
    return ProblemFollowUp(
        problem=problem,
        outcome=judge_goal(problem.goal),
        latest=problem.goal.values[-1] if problem.goal.values else None,
        courses=tuple(Course(indicator=indicator, change=_change(indicator)) for indicator in chosen),
        late=tuple(late),
    )


def _change(indicator: PlanIndicator) -> Decimal | None:
    values = indicator.values
    return values[-1][1] - values[0][1] if len(values) > 1 else None
