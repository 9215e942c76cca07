"""A plan that is worked on, made of the small draft."""

from kb.plans.working.action_plan import ActionPlan, PlanProblem
from kb.plans.working.edit import write_fields
from kb.plans.working.read_action_plan import read_action_plan
from kb.plans.working.working_plan import WorkingPlan, begin_plan
from tests.kb.plans.small_plan import PLAN

BEGUN = begin_plan(PLAN)
PROBLEM = "problems/1"
MEASURE = "problems/1/measures/nattvandring"
INDICATOR = "problems/1/indicators/nattvandring-1"
OWN = "problems/1/measures/own-0001"


def work_with(edits: dict[str, str]) -> WorkingPlan:
    """The small draft with the fields written."""
    return write_fields(BEGUN, edits)


def read_with(edits: dict[str, str]) -> ActionPlan:
    """The small draft with the fields written, as it reads."""
    return read_action_plan(work_with(edits))


def problem_with(edits: dict[str, str]) -> PlanProblem:
    """The first problem of the small draft with the fields written."""
    return read_with(edits).problems[0]
