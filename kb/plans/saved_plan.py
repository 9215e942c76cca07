"""A plan as the JSON that it is saved in and read again from."""

from dataclasses import replace

import msgspec

from kb.errors import PlanDamaged
from kb.plans.decode_json import WAY_OUT, decode_json
from kb.plans.plan import FORMAT_VERSION, Plan, PlannedProblem

READABLE = (1, 2, FORMAT_VERSION)
MADE_UP_TIMES = 2
"""Up to this format the times of experts were made-up examples, which are not read."""
MAX_PROBLEMS = 100


def write_json(plan: Plan) -> bytes:
    """The plan as JSON, to be read again by `read_plan`."""
    return msgspec.json.format(msgspec.json.encode(plan, order="sorted"), indent=2)


def read_plan(raw: bytes) -> Plan:
    """A plan saved as JSON.

    Raises
    ------
    PlanDamaged : not such a plan, of another format, too large, nested too deep, or with signs that are no text
    """
    return check_plan(decode_json(raw, Plan))


def check_plan(plan: Plan) -> Plan:
    """The plan, where its format is one that is read and it has not too many problems.

    Raises
    ------
    PlanDamaged : of another format, or with more than MAX_PROBLEMS problems
    """
    if plan.format_version not in READABLE:
        known = ", ".join(map(str, READABLE))
        raise PlanDamaged(f"the plan has format {plan.format_version}, this program reads {known}; plan anew")
    if len(plan.problems) > MAX_PROBLEMS:
        raise PlanDamaged(f"the plan has {len(plan.problems)} problems; at most {MAX_PROBLEMS} are read, {WAY_OUT}")
    return _forget_times(plan) if plan.format_version <= MADE_UP_TIMES else plan


def _forget_times(plan: Plan) -> Plan:
    """The plan whose experts' time is unknown."""
    return replace(plan, problems=tuple(map(_forget_times_of, plan.problems)))


def _forget_times_of(problem: PlannedProblem) -> PlannedProblem:
    return replace(problem, experts=tuple(replace(expert, free=()) for expert in problem.experts))
