"""A plan that is worked on as the JSON that it is taken home in and opened from again."""

from dataclasses import dataclass

import msgspec

from kb.errors import EditRejected, PlanDamaged
from kb.plans.decode_json import WAY_OUT, decode_json
from kb.plans.plan import Plan
from kb.plans.saved_plan import check_plan, read_plan
from kb.plans.working.edit import write_fields
from kb.plans.working.working_plan import WorkingPlan, begin_plan

WORKING_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Saved:
    """working_version : of this form; the draft tells its own"""

    working_version: int
    draft: Plan
    written: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Kind:
    """What tells a plan that was worked on from a draft."""

    working_version: int | None = None


def write_working_plan(plan: WorkingPlan) -> bytes:
    """The plan as JSON, to be read again by `read_working_plan`."""
    saved = _Saved(working_version=WORKING_VERSION, draft=plan.draft, written=dict(plan.written))
    return msgspec.json.format(msgspec.json.encode(saved, order="sorted"), indent=2)


def read_working_plan(raw: bytes) -> WorkingPlan:
    """A plan saved as JSON, one that was worked on or a draft; the same fields may be written as in an edit.

    Raises
    ------
    PlanDamaged : not such a plan, of another format, too large, or with something written that cannot stand there
    """
    if decode_json(raw, _Kind).working_version is None:
        return begin_plan(read_plan(raw))
    saved = decode_json(raw, _Saved)
    if saved.working_version != WORKING_VERSION:
        met = saved.working_version
        raise PlanDamaged(f"the plan has working format {met}, this program reads {WORKING_VERSION}; {WAY_OUT}")
    try:
        return write_fields(begin_plan(check_plan(saved.draft)), saved.written)
    except EditRejected as error:
        raise PlanDamaged(f"what is written in the plan cannot be read: {error}") from error
