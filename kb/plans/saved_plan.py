"""A plan as the JSON that it is saved in and read again from."""

import msgspec

from kb.errors import PlanDamaged
from kb.plans.plan import FORMAT_VERSION, Plan


def write_json(plan: Plan) -> bytes:
    """The plan as JSON, to be read again by `read_plan`."""
    return msgspec.json.format(msgspec.json.encode(plan, order="sorted"), indent=2)


def read_plan(raw: bytes) -> Plan:
    """A plan saved as JSON.

    Raises
    ------
    PlanDamaged : not such a plan, or of another format
    """
    try:
        plan = msgspec.json.decode(raw, type=Plan)
    except msgspec.DecodeError as error:
        raise PlanDamaged(
            f"this is not a saved plan ({error}); give the JSON that `kb plan --out plan.json` wrote"
        ) from error
    if plan.format_version != FORMAT_VERSION:
        raise PlanDamaged(f"the plan has format {plan.format_version}, this program reads {FORMAT_VERSION}; plan anew")
    return plan
