"""Drafts and cases are erased when they are due by the service itself, not only by who asks."""

import asyncio

import pytest

from api.retention import erase_daily, erase_due
from api.store.cases.desk.end import finish_case
from api.store.cases.erase import CASES_KEPT
from api.store.database import Database
from api.store.plans.erase import DRAFTS_KEPT
from api.store.plans.errors import UnknownPlan
from api.store.plans.tables import SavedPlan
from tests.api.store.cases.made import ASKER, make_case
from tests.api.store.plans.saved import read, save_new
from tests.fakes.moments import NOON


def test_what_is_due_is_erased_and_counted(database: Database) -> None:
    save_new(database)
    assert erase_due(database, NOON) == 0
    assert erase_due(database, NOON + 2 * DRAFTS_KEPT) == 1


def test_a_case_that_ended_long_ago_is_erased_and_counted(database: Database) -> None:
    case_id = make_case(database)
    with database.session() as session:
        finish_case(session, case_id, "", ASKER, NOON)
    assert erase_due(database, NOON) == 0
    assert erase_due(database, NOON + 2 * CASES_KEPT) == 1


def test_it_is_done_as_soon_as_the_service_runs(database: Database) -> None:
    plan_id = save_new(database)

    async def run_a_moment() -> None:
        task = asyncio.create_task(erase_daily(database, lambda: NOON + 2 * DRAFTS_KEPT))
        while _is_there(database, plan_id):
            await asyncio.sleep(0.01)
        task.cancel()

    asyncio.run(asyncio.wait_for(run_a_moment(), timeout=60))
    with pytest.raises(UnknownPlan):
        read(database, plan_id)


def _is_there(database: Database, plan_id: str) -> bool:
    """Its row alone is looked for: a plan that goes while it is read is no whole plan."""
    with database.reading() as session:
        return session.get(SavedPlan, plan_id) is not None
