"""Keys of programs and widgets."""

import pytest
from sqlalchemy import text

from api.access.errors import KeyRejected, UnknownKey
from api.accounts.keys import create_key, find_key, list_keys, revoke_key
from api.store.api_keys import KeyScope
from api.store.database import Database
from tests.fakes.moments import NOON

SITE = "https://intranet.example.se"


def test_a_key_is_found_by_what_was_shown_once(database: Database) -> None:
    key, shown = create_key(database, "Intranätet", "widget", SITE, NOON)
    found = find_key(database, shown, "widget", SITE)
    assert found
    assert found.id == key.id
    with database.reading() as session:
        assert shown not in str(session.execute(text("SELECT * FROM api_keys")).all())


def test_a_key_is_of_its_site_and_its_scope_alone(database: Database) -> None:
    _, shown = create_key(database, "x", "widget", SITE, NOON)
    assert find_key(database, shown, "widget", "https://other.example.se") is None
    assert find_key(database, shown, "widget", None) is None
    assert find_key(database, shown, "plans:read", SITE) is None


def test_a_key_for_any_site_needs_none(database: Database) -> None:
    _, shown = create_key(database, "x", "plans:read", "*", NOON, "1490")
    assert find_key(database, shown, "plans:read", None)


def test_a_revoked_key_is_found_no_more_and_listed_still(database: Database) -> None:
    key, shown = create_key(database, "x", "widget", "*", NOON)
    revoke_key(database, key.id, NOON)
    assert find_key(database, shown, "widget", None) is None
    assert [(one.id, one.revoked) for one in list_keys(database)] == [(key.id, NOON)]


def test_an_id_that_no_key_has_is_told(database: Database) -> None:
    with pytest.raises(UnknownKey, match="kb key list"):
        revoke_key(database, "nope", NOON)


@pytest.mark.parametrize(("name", "origin"), [("", "*"), ("x" * 101, "*"), ("x", SITE + "/sok"), ("x", "intranet")])
def test_what_no_key_can_be_made_of_is_refused(database: Database, name: str, origin: str) -> None:
    with pytest.raises(KeyRejected):
        create_key(database, name, "widget", origin, NOON)


def test_a_key_of_a_widget_may_tell_whose_pages_have_it(database: Database) -> None:
    _, shown = create_key(database, "x", "widget", SITE, NOON, "1490")
    found = find_key(database, shown, "widget", SITE)
    assert found
    assert found.municipality_code == "1490"


@pytest.mark.parametrize(("scope", "town"), [("plans:read", None), ("plans:write", "")])
def test_a_key_of_plans_is_of_a_municipality(database: Database, scope: KeyScope, town: str | None) -> None:
    with pytest.raises(KeyRejected, match="a key of plans is for one municipality"):
        create_key(database, "x", scope, "*", NOON, town)
