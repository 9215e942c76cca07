"""Links to a plan open it until their time is out or they are revoked, and cannot be guessed."""

import hashlib
from base64 import urlsafe_b64decode
from datetime import timedelta

import pytest
from sqlalchemy import select

from api.store.database import Database
from api.store.plans.errors import LinkDead, ShareRejected, UnknownPart
from api.store.plans.links import LONGEST, NewLink, find_link, list_links, make_link, revoke_link
from api.store.plans.tables import PlanLink
from tests.api.store.plans.saved import ANNA, save_new
from tests.fakes.moments import NOON

WEEK = timedelta(days=7)


def _make(database: Database, plan_id: str, lasts: timedelta = WEEK) -> NewLink:
    with database.session() as session:
        return make_link(session, plan_id, "read", " Skolan ", lasts, ANNA, NOON)


def test_a_link_opens_its_plan_until_its_time_is_out(database: Database) -> None:
    plan_id = save_new(database)
    made = _make(database, plan_id)
    with database.reading() as session:
        found = find_link(session, made.token, NOON + WEEK - timedelta(seconds=1))
        assert (found.plan_id, found.used_for, found.name) == (plan_id, "read", "Skolan")
        with pytest.raises(LinkDead):
            find_link(session, made.token, NOON + WEEK)


def test_a_calendars_link_has_no_end(database: Database) -> None:
    plan_id = save_new(database)
    with database.session() as session:
        made = make_link(session, plan_id, "calendar", "", WEEK, ANNA, NOON)
        assert find_link(session, made.token, NOON + 100 * WEEK).plan_id == plan_id


def test_a_revoked_link_opens_nothing(database: Database) -> None:
    plan_id = save_new(database)
    made = _make(database, plan_id)
    with database.session() as session:
        revoke_link(session, plan_id, made.id, NOON)
    with database.reading() as session, pytest.raises(LinkDead):
        find_link(session, made.token, NOON)


def test_a_link_is_revoked_from_its_own_plan_alone(database: Database) -> None:
    plan_id, other = save_new(database), save_new(database)
    made = _make(database, plan_id)
    with database.session() as session:
        with pytest.raises(UnknownPart):
            revoke_link(session, other, made.id, NOON)
        assert find_link(session, made.token, NOON).plan_id == plan_id


@pytest.mark.parametrize("token", ["", "a", "a" * 43, "å" * 500])
def test_a_guess_opens_nothing_and_is_told_the_same(database: Database, token: str) -> None:
    _make(database, save_new(database))
    with database.reading() as session, pytest.raises(LinkDead, match="the link does not work"):
        find_link(session, token, NOON)


def test_a_token_has_256_random_bits_so_that_no_number_of_guesses_finds_one(database: Database) -> None:
    plan_id = save_new(database)
    tokens = [_make(database, plan_id).token for _ in range(20)]
    assert {len(urlsafe_b64decode(f"{token}=")) * 8 for token in tokens} == {256}
    assert len({token[:8] for token in tokens}) == len(tokens)


def test_a_token_is_looked_up_by_its_hash_so_that_time_tells_nothing_of_it(database: Database) -> None:
    made = _make(database, save_new(database))
    near = made.token[:-1] + ("A" if made.token[-1] != "A" else "Q")
    with database.reading() as session:
        stored = session.scalars(select(PlanLink.token_hash)).one()
        assert stored == hashlib.sha256(made.token.encode()).hexdigest()
        with pytest.raises(LinkDead):
            find_link(session, near, NOON)


def test_tokens_are_not_in_the_database(database: Database) -> None:
    plan_id = save_new(database)
    made = _make(database, plan_id)
    with database.reading() as session:
        assert [link.id for link in list_links(session, plan_id)] == [made.id]
    with database.engine.connect() as connection:
        assert made.token not in str(connection.exec_driver_sql("SELECT * FROM plan_links").all())


@pytest.mark.parametrize("lasts", [timedelta(0), -WEEK, LONGEST + timedelta(days=1)])
def test_a_link_lasts_a_day_to_a_year(database: Database, lasts: timedelta) -> None:
    plan_id = save_new(database)
    with pytest.raises(ShareRejected):
        _make(database, plan_id, lasts)
