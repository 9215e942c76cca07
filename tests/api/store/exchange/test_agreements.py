"""Who may be asked about a problem: given for areas of a plan, found by others, gone when taken back."""

import pytest
from sqlalchemy import text

from api.store.database import Database
from api.store.exchange.agreements import give_agreement, list_of_plan, list_others, withdraw_agreement
from api.store.exchange.errors import AgreementRejected
from tests.api.store.plans.saved import ANNA, save, save_new
from tests.fakes.moments import NOON
from tests.kb.plans.working.small_work import PROBLEM

CONTACT = "trygghet@alvdala.example.se"


def _give(database: Database, plan_id: str, contact: str = CONTACT) -> None:
    with database.session() as session:
        give_agreement(session, plan_id, ["narkotika"], contact, ANNA, NOON)


def _shown(database: Database, own: str = "0180", areas: list[str] | None = None) -> list[tuple[str, str]]:
    with database.reading() as session:
        return [(one.municipality_code, one.contact) for one in list_others(session, own, areas)]


def test_it_is_shown_to_other_municipalities_of_that_area(database: Database) -> None:
    _give(database, save_new(database))
    assert _shown(database) == [("1490", CONTACT)]
    assert _shown(database, areas=["narkotika"]) == [("1490", CONTACT)]
    assert _shown(database, areas=["skadegorelse"]) == []
    assert _shown(database, areas=[]) == []
    assert _shown(database, own="1490") == []


def test_the_contact_lies_sealed(database: Database) -> None:
    _give(database, save_new(database))
    with database.reading() as session:
        assert CONTACT not in str(session.execute(text("SELECT * FROM exchange_agreements")).all())


def test_nothing_is_left_of_one_that_is_taken_back(database: Database) -> None:
    plan_id = save_new(database)
    _give(database, plan_id)
    with database.session() as session:
        withdraw_agreement(session, plan_id, ANNA, NOON)
    assert _shown(database) == []
    with database.reading() as session:
        assert session.execute(text("SELECT * FROM exchange_agreements")).all() == []


def test_a_new_one_takes_the_place_of_the_old(database: Database) -> None:
    plan_id = save_new(database)
    _give(database, plan_id)
    _give(database, plan_id, "0325-180 00")
    assert _shown(database) == [("1490", "0325-180 00")]


def test_a_problem_that_is_dropped_is_shown_no_longer(database: Database) -> None:
    plan_id = save_new(database)
    _give(database, plan_id)
    save(database, plan_id, 0, {f"{PROBLEM}/decision": "dropped"})
    assert _shown(database) == []


@pytest.mark.parametrize("areas", [[], ["skadegorelse"], ["narkotika", "skadegorelse"]])
def test_areas_that_the_plan_has_not_are_refused(database: Database, areas: list[str]) -> None:
    plan_id = save_new(database)
    with database.session() as session, pytest.raises(AgreementRejected, match="narkotika"):
        give_agreement(session, plan_id, areas, CONTACT, ANNA, NOON)
    with database.reading() as session:
        assert list_of_plan(session, plan_id) == []
