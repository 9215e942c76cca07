"""A plan that is worked on, as it is kept: the draft, which never changes, and what is written in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from kb.plans.plan import Plan

Written = Mapping[str, str]
"""Path of a field -> its text, tidy and never empty: a field that nothing is written in is not there."""


@dataclass(frozen=True, slots=True)
class WorkingPlan:
    draft: Plan
    written: Written


def begin_plan(draft: Plan) -> WorkingPlan:
    """The draft with nothing written: all that it has is proposed, and nothing chosen."""
    return WorkingPlan(draft, {})
