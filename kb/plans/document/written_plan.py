"""The plan that a document is of: what is in it, who decided on it, and which day it is written."""

from dataclasses import dataclass, replace
from datetime import date

from kb.plans.plan import Plan
from kb.plans.working.action_plan import ActionPlan, PlanProblem
from kb.plans.working.read_action_plan import read_action_plan
from kb.plans.working.working_plan import WorkingPlan, begin_plan


@dataclass(frozen=True, slots=True)
class Adoption:
    """A decision of the municipality. day : of the decision; paragraph : of its minutes, empty where none is told"""

    day: date
    body: str
    paragraph: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPlan:
    """read : as it reads; is_draft : nothing is decided of it, and all that it has is proposed

    version : of a plan that is saved; adoption : None for one that is not adopted, or taken up again
    """

    working: WorkingPlan
    read: ActionPlan
    is_draft: bool
    today: date
    version: int | None = None
    adoption: Adoption | None = None


def make_written_plan(
    working: WorkingPlan, today: date, version: int | None = None, adoption: Adoption | None = None
) -> WrittenPlan:
    """The plan to write. As long as no measure is decided of, all that are proposed are in it, as proposals."""
    read = read_action_plan(working)
    is_draft = adoption is None and not any(m.decision for problem in read.problems for m in problem.measures)
    return WrittenPlan(
        working=working,
        read=replace(read, problems=tuple(map(_take_all, read.problems))) if is_draft else read,
        is_draft=is_draft,
        today=today,
        version=version,
        adoption=adoption,
    )


def present_draft(draft: Plan) -> WrittenPlan:
    """A draft that nobody has worked on, on the day when it was made."""
    return make_written_plan(begin_plan(draft), draft.drafted)


def _take_all(problem: PlanProblem) -> PlanProblem:
    """The problem with all chosen that nothing is decided of."""
    return replace(
        problem,
        measures=tuple(replace(measure, decision="chosen") for measure in problem.measures),
        indicators=tuple(replace(told, decision=told.decision or "chosen") for told in problem.indicators),
        experts=tuple(replace(expert, decision=expert.decision or "chosen") for expert in problem.experts),
    )
