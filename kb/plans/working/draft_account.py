"""An account of what came of a measure, drafted from the plan: what it says of the work, the cost and the figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kb.plans.working.action_plan import ActionPlan, Measuring, PlanMeasure, PlanProblem

_BEGUN = ("begun", "done", "stopped")


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedAccount:
    """method : slug of the guidance, empty for a measure of the municipality's own; area : of the problem, or empty"""

    measure: str
    method: str
    area: str
    title: str
    done: str
    took: str
    figures: str


def list_followed_up(plan: ActionPlan) -> tuple[tuple[PlanProblem, PlanMeasure], ...]:
    """The chosen measures that there is something to tell of: begun or done, or with a value of an indicator."""
    chosen = ((problem, measure) for problem in plan.kept for measure in problem.chosen)
    return tuple((problem, measure) for problem, measure in chosen if is_followed_up(problem, measure))


def is_followed_up(problem: PlanProblem, measure: PlanMeasure) -> bool:
    """Whether it has been told how far the measure has come, or a value of an indicator of its own."""
    return measure.status in _BEGUN or any(
        indicator.values for indicator in problem.indicators if indicator.measure == measure.path
    )


def draft_account(problem: PlanProblem, measure: PlanMeasure) -> DraftedAccount:
    """The account as the plan tells it; what would be done otherwise is nowhere in a plan."""
    return DraftedAccount(
        measure=measure.path,
        method=measure.planned.slug if measure.planned else "",
        area=problem.planned.area if problem.planned else "",
        title=measure.title,
        done="\n".join(filter(None, [measure.text, measure.note])),
        took="\n".join(_tell_cost(measure)),
        figures="\n".join(_tell_figures(problem, measure)),
    )


def _tell_cost(measure: PlanMeasure) -> Iterator[str]:
    if measure.responsible:
        yield f"Ansvarig: {measure.responsible}."
    if measure.start or measure.end:
        yield f"Tid: {measure.start or ''}–{measure.end or ''}."
    if measure.cost is not None:
        yield f"Kostnad: {measure.cost:,} kronor.".replace(",", "\N{NO-BREAK SPACE}")


def _tell_figures(problem: PlanProblem, measure: PlanMeasure) -> Iterator[str]:
    """The goal's number, the measure's own indicators, and those of the problem that belong to no measure."""
    goal = problem.goal
    if goal.values:
        yield f"{goal.number or 'Målet'}: {_tell_values(goal.measurings)}."
    for indicator in problem.indicators:
        if indicator.measure in ("", measure.path) and indicator.values:
            yield f"{indicator.title}: {_tell_values(indicator.measurings)}."


def _tell_values(measurings: tuple[Measuring, ...]) -> str:
    told = (_tell_value(one.value, f"{one.day}", one.remark) for one in measurings if one.value is not None)
    return ", ".join(told)


def _tell_value(value: Decimal, day: str, remark: str) -> str:
    written = f"{value.normalize():f}".replace(".", ",")
    return f"{written} ({day}{': ' + remark if remark else ''})"
