"""What a saved plan says of how large its problems are, and of what the chosen measures cost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kb.national.expected.interval import Interval
from kb.national.expected.size import ProblemSize
from kb.plans.working.action_plan import PlanProblem
from kb.plans.working.read_action_plan import read_action_plan
from kb.plans.working.working_plan import WorkingPlan


@dataclass(frozen=True, slots=True)
class SizedProblem:
    """A size, with what each chosen method costs by the plan that told it. kronor : slug -> what it costs"""

    size: ProblemSize
    kronor: Mapping[str, int]


def size_plan(plan_id: str, plan: WorkingPlan) -> Sequence[SizedProblem]:
    """The problems of the plan that are kept, are of a known area, and have a goal that begins from a number."""
    return [
        SizedProblem(_size(plan_id, problem, problem.planned.area, float(problem.goal.baseline)), _price(problem))
        for problem in read_action_plan(plan).kept
        if problem.planned and problem.goal.baseline is not None and problem.goal.baseline >= 0
    ]


def _size(plan_id: str, problem: PlanProblem, area: str, baseline: float) -> ProblemSize:
    return ProblemSize(
        area=area,
        measure=problem.goal.number or problem.title,
        values=Interval(baseline, baseline),
        origin="plan",
        plan_id=plan_id,
    )


def _price(problem: PlanProblem) -> dict[str, int]:
    return {
        measure.planned.slug: measure.cost for measure in problem.chosen if measure.planned and measure.cost is not None
    }
