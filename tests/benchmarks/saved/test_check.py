"""The check after a kill tells what is lost, half there or double."""

import pytest

from api.store.database import Database
from benchmarks.saved.check import find_doubles, find_halves, find_losses, find_undecided
from benchmarks.saved.journal import Journal, Once, Save
from tests.api.store.plans.saved import save, save_new


@pytest.fixture
def plan_id(database: Database) -> str:
    plan_id = save_new(database)
    save(database, plan_id, 0, {"title": "Ett"})
    save(database, plan_id, 1, {"title": "Två", "summary": "Kort"})
    return plan_id


def test_what_was_answered_and_stands_is_no_fault(database: Database, plan_id: str) -> None:
    saves = [Save(1, {"title": "Ett"}), Save(2, {"title": "Två", "summary": "Kort"})]
    assert find_losses(database, plan_id, [Journal(saves=saves, mine={"title": "Två"})]) == []


@pytest.mark.parametrize("save", [Save(1, {"title": "Två"}), Save(3, {"title": "Tre"})])
def test_a_save_that_is_not_in_its_version_is_lost(database: Database, plan_id: str, save: Save) -> None:
    assert find_losses(database, plan_id, [Journal(saves=[save])]) == [f"version {save.version}: lost title"]


@pytest.mark.parametrize(
    ("sending", "is_whole"), [({"title": "Två"}, True), ({"title": "Två", "follow_up": "2027-01-01"}, False)]
)
def test_a_save_that_was_not_answered_stands_whole_or_not_at_all(
    database: Database, plan_id: str, sending: dict[str, str], is_whole: bool
) -> None:
    journal = Journal(mine={"title": "Ett"}, sending=sending)
    assert bool(find_losses(database, plan_id, [journal])) is not is_whole


def test_a_version_that_does_not_make_the_plan_is_told(database: Database, plan_id: str) -> None:
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE plan_versions SET n_edits = 7 WHERE number = 2")
    assert "version 2: the 2th, with 2 of 7 edits" in find_losses(database, plan_id, [])


def test_a_plan_without_its_draft_is_half_there(database: Database, plan_id: str) -> None:
    told = [f"a plan that nobody saved: {plan_id}"]  # it was saved past the pages, which write that down
    assert find_halves(database) == told
    with database.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM plan_drafts")
    assert find_halves(database) == [f"a plan without its draft: {plan_id}", *told]


def test_what_was_said_to_be_made_is_there_once(database: Database, plan_id: str) -> None:
    assert find_doubles(database, [plan_id], [Once(kind="plan", text="Två", key="k")]) == []
    assert find_doubles(database, [plan_id], [Once(kind="comment", text="Hej", key="k")]) == [
        "comment Hej: there 0 times"
    ]


def test_a_plan_that_was_adopted_is(database: Database, plan_id: str) -> None:
    assert find_undecided(database, [plan_id]) == [f"plan {plan_id}: not adopted"]
