"""A plan that is erased leaves nothing but the proof of it."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from api.store.database import Database
from api.store.plans.adopt import adopt_plan
from api.store.plans.comments import add_comment
from api.store.plans.erase import DRAFTS_KEPT, erase_plan, erase_stale, list_erasures
from api.store.plans.errors import UnknownPlan
from api.store.plans.links import make_link
from api.store.plans.tables import PlanErasure
from api.store.tables import TABLES
from tests.api.store.plans.saved import ANNA, BO, TOWN, read, save, save_new
from tests.fakes.moments import NOON

LATER = NOON + DRAFTS_KEPT + timedelta(seconds=1)


def test_an_erased_plan_leaves_the_proof_alone(database: Database) -> None:
    plan_id = save_new(database)
    save(database, plan_id, 0, {"title": "Vår plan"})
    with database.session() as session:
        make_link(session, plan_id, "read", "", timedelta(days=1), ANNA, NOON)
        add_comment(session, "c" * 32, plan_id, "", "Hej", ANNA, NOON)
    with database.session() as session:
        proof = erase_plan(session, plan_id, BO, LATER)
    assert (proof.n_versions, proof.n_comments, proof.n_links) == (1, 1, 1)
    with database.reading() as session:
        counts = {table: session.scalar(select(func.count()).select_from(table)) for table in TABLES}
        assert {table for table, n in counts.items() if n} == {PlanErasure}
        assert [(told.plan_id, told.why, told.by) for told in list_erasures(session, TOWN)] == [(plan_id, "asked", BO)]


def test_a_draft_is_erased_24_months_after_its_last_save(database: Database) -> None:
    plan_id = save_new(database)
    with database.session() as session:
        assert erase_stale(session, NOON + DRAFTS_KEPT) == []
        assert erase_stale(session, LATER) == [plan_id]
    with pytest.raises(UnknownPlan):
        read(database, plan_id)


def test_what_has_been_adopted_is_kept(database: Database) -> None:
    plan_id = save_new(database)
    with database.session() as session:
        adopt_plan(session, plan_id, 0, (NOON.date(), "Kommunstyrelsen", ""), ANNA, NOON)
        assert erase_stale(session, LATER) == []


def test_a_draft_that_was_written_since_is_kept(database: Database) -> None:
    plan_id = save_new(database)
    save(database, plan_id, 0, {"title": "Ny"}, now=NOON + timedelta(days=1))
    with database.session() as session:
        assert erase_stale(session, LATER) == []
