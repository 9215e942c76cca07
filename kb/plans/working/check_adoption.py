"""What is missing in a plan before it is adopted: what the law asks for, and what a plan needs to be followed up.

The law (2023:196) asks that the plan builds on a lägesbild with three parts (4 and 5 §§) and is followed up at least
every second year (6 §). It has no sanction and asks for no form: the municipality decides, and is told what lacks.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kb.plans.draft import LONGEST
from kb.plans.working.action_plan import ActionPlan, PlanMeasure, PlanProblem

LackKey = Literal[
    "part_of_description",
    "no_problem",
    "follow_up_late",
    "follow_up_past",
    "no_cause",
    "no_goal",
    "no_measure",
    "no_indicator",
    "no_first_value",
    "no_title",
    "no_responsible",
    "no_end",
    "end_before_start",
    "no_cost",
    "statutory_dropped",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """key : what lacks; path : the field where it is mended; about : title of the problem, measure or part it lacks in

    paragraph : of lag (2023:196), empty for what the law does not ask
    """

    key: LackKey
    path: str
    about: str = ""
    paragraph: str = ""


def list_lacks(plan: ActionPlan, adopted: date) -> tuple[Lack, ...]:
    """What lacks in the plan when it is adopted on that day: what the law asks for first, then in the plan's order."""
    lacks = (*_of_plan(plan, adopted), *(lack for problem in plan.kept for lack in _of_problem(problem)))
    return tuple(sorted(lacks, key=lambda lack: not lack.paragraph))


def _of_plan(plan: ActionPlan, adopted: date) -> Iterator[Lack]:
    for part, told in plan.statute.items():
        if not told:
            yield Lack(key="part_of_description", path=f"statute/{part}", about=part, paragraph="4 §")
    if not plan.kept:
        yield Lack(key="no_problem", path="problems", paragraph="5 §")
    if plan.follow_up > adopted + LONGEST:
        yield Lack(key="follow_up_late", path="follow_up", about=str(adopted + LONGEST), paragraph="6 §")
    if plan.follow_up <= adopted:
        yield Lack(key="follow_up_past", path="follow_up", about=str(adopted), paragraph="6 §")


def _of_problem(problem: PlanProblem) -> Iterator[Lack]:
    title = problem.title
    if not problem.cause:
        yield Lack(key="no_cause", path=f"{problem.path}/cause", about=title, paragraph="4 §")
    if not problem.chosen:
        yield Lack(key="no_measure", path=f"{problem.path}/measures", about=title, paragraph="5 §")
    if not problem.goal.text:
        yield Lack(key="no_goal", path=f"{problem.path}/goal", about=title)
    for measure in problem.measures:
        yield from _of_measure(measure)
    yield from _of_indicators(problem)


def _of_measure(measure: PlanMeasure) -> Iterator[Lack]:
    if measure.is_statutory and measure.decision == "dropped":
        yield Lack(key="statutory_dropped", path=f"{measure.path}/decision", about=measure.title)
    if not measure.is_chosen:
        return
    if not measure.title:
        yield Lack(key="no_title", path=f"{measure.path}/title", about=measure.text)
    if not measure.responsible:
        yield Lack(key="no_responsible", path=f"{measure.path}/responsible", about=measure.title)
    if not measure.end:
        yield Lack(key="no_end", path=f"{measure.path}/end", about=measure.title)
    if measure.start and measure.end and measure.end < measure.start:
        yield Lack(key="end_before_start", path=f"{measure.path}/end", about=measure.title)
    if measure.cost is None:
        yield Lack(key="no_cost", path=f"{measure.path}/cost", about=measure.title)


def _of_indicators(problem: PlanProblem) -> Iterator[Lack]:
    chosen = [indicator for indicator in problem.indicators if indicator.is_chosen]
    if not chosen:
        yield Lack(key="no_indicator", path=f"{problem.path}/indicators", about=problem.title)
    for indicator in chosen:
        if not indicator.first and not indicator.values:
            yield Lack(key="no_first_value", path=f"{indicator.path}/first", about=indicator.title)
