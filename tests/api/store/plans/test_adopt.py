"""A decision freezes a version; what is followed up is written on."""

from datetime import date

import pytest

from api.store.database import Database
from api.store.plans.adopt import adopt_plan, revise_plan
from api.store.plans.errors import AdoptionRejected, PlanAdopted, PlanChanged
from api.store.plans.save import restore_version
from tests.api.store.plans.saved import ANNA, read, save, save_new
from tests.fakes.moments import NOON
from tests.kb.plans.working.small_work import INDICATOR, MEASURE

DECISION = (NOON.date(), "Kommunstyrelsen", "§ 112")


def _adopt(database: Database, plan_id: str, base: int, decision: tuple[date, str, str] = DECISION) -> int:
    with database.session() as session:
        return adopt_plan(session, plan_id, base, decision, ANNA, NOON)


def test_an_adopted_plan_has_its_decision_and_stays_as_it_was(database: Database) -> None:
    plan_id = save_new(database)
    save(database, plan_id, 0, {"title": "Vår plan"})
    assert _adopt(database, plan_id, 1) == 1
    opened = read(database, plan_id)
    assert opened.row.state == "adopted"
    assert opened.adoption is not None
    assert (opened.adoption.version, opened.adoption.body, opened.adoption.paragraph) == (1, "Kommunstyrelsen", "§ 112")
    with pytest.raises(PlanAdopted):
        save(database, plan_id, 1, {"title": "En annan"})
    with database.session() as session, pytest.raises(PlanAdopted):
        restore_version(session, plan_id, 0, ANNA, NOON)
    assert read(database, plan_id).plan.written == {"title": "Vår plan"}


def test_status_and_values_of_an_adopted_plan_are_written_on_and_the_frozen_version_stays(database: Database) -> None:
    plan_id = save_new(database)
    _adopt(database, plan_id, 0)
    save(database, plan_id, 0, {f"{MEASURE}/status": "done", f"{INDICATOR}/value-2027-03-31": "7"})
    opened = read(database, plan_id)
    assert (opened.version, opened.adoption and opened.adoption.version) == (1, 0)
    assert read(database, plan_id, 0).plan.written == {}


def test_a_plan_that_is_adopted_twice_is_adopted_once(database: Database) -> None:
    plan_id = save_new(database)
    assert _adopt(database, plan_id, 0) == _adopt(database, plan_id, 0, (NOON.date(), "Nämnden", ""))
    adoption = read(database, plan_id).adoption
    assert adoption is not None
    assert adoption.body == "Kommunstyrelsen"


def test_a_plan_that_is_taken_up_again_is_written_and_adopted_anew(database: Database) -> None:
    plan_id = save_new(database)
    _adopt(database, plan_id, 0)
    with database.session() as session:
        revise_plan(session, plan_id)
    save(database, plan_id, 0, {"title": "Ny"})
    assert _adopt(database, plan_id, 1) == 1


@pytest.mark.parametrize("decision", [(NOON.date(), " ", ""), (date(2026, 11, 23), "Kommunstyrelsen", "")])
def test_a_decision_without_its_body_or_of_a_day_to_come_is_refused(
    database: Database, decision: tuple[date, str, str]
) -> None:
    plan_id = save_new(database)
    save(database, plan_id, 0, {"title": "Vår plan"})
    with pytest.raises(AdoptionRejected):
        _adopt(database, plan_id, 1, decision)
    assert read(database, plan_id).row.state == "draft"


def test_a_plan_that_was_written_since_it_was_read_is_neither_adopted_nor_revised(database: Database) -> None:
    plan_id = save_new(database)
    save(database, plan_id, 0, {"title": "Vår plan"})
    with pytest.raises(PlanChanged):
        _adopt(database, plan_id, 0)
    _adopt(database, plan_id, 1)
    with database.session() as session, pytest.raises(PlanChanged):
        revise_plan(session, plan_id, 0)
    assert read(database, plan_id).row.state == "adopted"
