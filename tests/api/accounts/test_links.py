"""A link signs in once, within half an hour."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import func, select, text, update

from api.access.current_account import find_signed_in
from api.access.errors import LinkExpired
from api.accounts.links import LINK_PATH, make_link, use_link, whose_link
from api.store.accounts import Account, SignIn, SignInLink
from api.store.database import Database
from tests.fakes.moments import NOON
from tests.store import EMAIL, make_account


def _make_token(database: Database) -> str:
    path = make_link(database, EMAIL, NOON)
    assert path
    return path.removeprefix(LINK_PATH)


def test_a_link_signs_its_account_in(database: Database) -> None:
    account_id = make_account(database)
    found = find_signed_in(database, use_link(database, _make_token(database), NOON), NOON)
    assert found
    assert found.id == account_id


def test_an_address_without_an_account_gets_none(database: Database) -> None:
    assert make_link(database, "okand@example.se", NOON) is None


def test_to_look_at_a_link_does_not_use_it(database: Database) -> None:
    make_account(database)
    token = _make_token(database)
    assert [whose_link(database, token, NOON) for _ in range(3)] == [EMAIL] * 3
    assert use_link(database, token, NOON)


def test_a_link_works_once(database: Database) -> None:
    make_account(database)
    token = _make_token(database)
    use_link(database, token, NOON)
    for again in (use_link, whose_link):
        with pytest.raises(LinkExpired, match="ask for a new one"):
            again(database, token, NOON)


def test_of_many_who_use_a_link_at_once_one_is_signed_in(database: Database) -> None:
    make_account(database)
    token = _make_token(database)

    def use(_: int) -> bool:
        try:
            return bool(use_link(database, token, NOON))
        except LinkExpired:
            return False

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(use, range(6))) == 1
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(SignIn)) == 1


@pytest.mark.parametrize(("minutes", "works"), [(29, True), (30, False)])
def test_a_link_is_old_after_half_an_hour(database: Database, minutes: int, works: bool) -> None:
    make_account(database)
    token = _make_token(database)
    later = NOON + timedelta(minutes=minutes)
    if works:
        assert use_link(database, token, later)
        return
    with pytest.raises(LinkExpired):
        use_link(database, token, later)


def test_a_link_that_was_made_up_is_refused(database: Database) -> None:
    with pytest.raises(LinkExpired):
        use_link(database, "x" * 43, NOON)


def test_a_disabled_account_gets_no_link(database: Database) -> None:
    make_account(database)
    with database.session() as session:
        session.execute(update(Account).values(disabled=NOON))
    assert make_link(database, EMAIL, NOON) is None


def test_what_is_stored_signs_nobody_in(database: Database) -> None:
    make_account(database)
    token = _make_token(database)
    cookie = use_link(database, token, NOON)
    with database.reading() as session:
        stored = [
            str(value)
            for table in ("sign_in_links", "sign_ins")
            for row in session.execute(text(f"SELECT * FROM {table}"))
            for value in row
        ]
    assert not {token, cookie} & set(stored)


def test_old_links_are_cleared_away(database: Database) -> None:
    make_account(database)
    _make_token(database)
    make_link(database, EMAIL, NOON + timedelta(hours=1))
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(SignInLink)) == 1
