"""A plan that is saved, for tests of what is done with it."""

from collections.abc import Mapping
from datetime import datetime

from api.store.database import Database
from api.store.plans.open import OpenPlan, find_row, open_plan
from api.store.plans.save import Saved, create_plan, save_fields
from kb.plans.working.working_plan import begin_plan
from tests.fakes.moments import NOON
from tests.kb.plans.small_plan import PLAN

ANNA, BO = "a" * 32, "b" * 32
"""Ids of two accounts."""
TOWN = "1490"


def save_new(database: Database, now: datetime = NOON, town: str = TOWN) -> str:
    """The id of the small plan, saved by Anna."""
    with database.session() as session:
        return create_plan(session, begin_plan(PLAN), town, ANNA, now)


def save(
    database: Database, plan_id: str, base: int, edits: Mapping[str, str], by: str = ANNA, now: datetime = NOON
) -> Saved:
    """What came of saving the fields, as a request does: first it is looked whether the plan may be written."""
    with database.session() as session:
        seen = find_row(session, plan_id)
        return save_fields(session, seen.id, base, edits, by, now)


def read(database: Database, plan_id: str, version: int | None = None) -> OpenPlan:
    """The plan as it is saved."""
    with database.reading() as session:
        return open_plan(session, plan_id, version)
