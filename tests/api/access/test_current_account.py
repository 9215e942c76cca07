"""Who is signed in is known by a cookie; a visitor is asked for nothing."""

from datetime import timedelta

from sqlalchemy import update

from api.access.current_account import find_signed_in
from api.access.scope import Scope
from api.access.token import new_token
from api.store.accounts import Account, SignIn
from api.store.database import Database
from tests.fakes.moments import NOON
from tests.store import EMAIL, make_account, make_sign_in


def test_a_cookie_that_was_given_out_tells_who_it_is(database: Database) -> None:
    account_id = make_account(database)
    found = find_signed_in(database, make_sign_in(database, account_id), NOON)
    assert found
    assert (found.id, found.email, found.role) == (account_id, EMAIL, "coordinator")
    assert found.scope == Scope("municipality", "1490")


def test_a_cookie_that_was_made_up_tells_nothing(database: Database) -> None:
    make_sign_in(database, make_account(database))
    assert find_signed_in(database, new_token(), NOON) is None


def test_a_sign_in_ends_at_its_moment(database: Database) -> None:
    token = make_sign_in(database, make_account(database))
    assert find_signed_in(database, token, NOON + timedelta(days=14, seconds=-1))
    assert find_signed_in(database, token, NOON + timedelta(days=14)) is None


def test_a_disabled_account_is_signed_in_nowhere(database: Database) -> None:
    account_id = make_account(database)
    token = make_sign_in(database, account_id)
    with database.session() as session:
        session.execute(update(Account).values(disabled=NOON))
    assert find_signed_in(database, token, NOON) is None


def test_when_a_browser_was_last_seen_is_known_to_the_hour(database: Database) -> None:
    token = make_sign_in(database, make_account(database))
    seen = []
    for minutes in (59, 61):
        found = find_signed_in(database, token, NOON + timedelta(minutes=minutes))
        assert found
        with database.reading() as session:
            seen.append(session.get_one(SignIn, found.sign_in_id).seen)
    assert seen == [NOON, NOON + timedelta(minutes=61)]
