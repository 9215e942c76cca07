"""Sessions are kept whole or not at all, on both engines."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import func, select, text

from api.store.accounts import Account, Role
from api.store.api_keys import ApiKey
from api.store.base import new_id
from api.store.database import Database
from api.store.errors import StoreUnusable
from api.store.places import Places
from tests.fakes.moments import NOON
from tests.store import EMAIL, make_account


def test_what_a_session_adds_is_there_in_the_next(database: Database) -> None:
    account_id = make_account(database)
    with database.reading() as session:
        account = session.get_one(Account, account_id)
    assert (account.email, account.role, account.scope_code, account.created) == (EMAIL, "coordinator", "1490", NOON)


def test_nothing_is_kept_of_a_session_that_raises(database: Database) -> None:
    with pytest.raises(KeyError), database.session() as session:
        session.add(_key("half"))
        session.flush()
        raise KeyError
    assert _count(database) == 0


def test_an_address_lies_encrypted(database: Database) -> None:
    make_account(database)
    with database.reading() as session:
        stored = session.execute(text("SELECT * FROM accounts")).one()
    assert not any(EMAIL.split("@")[0] in str(value) for value in stored)


def test_moments_come_back_in_utc(database: Database) -> None:
    at = datetime(2026, 11, 22, 13, tzinfo=timezone(timedelta(hours=1)))
    key = _key("x", created=at)
    with database.session() as session:
        session.add(key)
    with database.reading() as session:
        found = session.get_one(ApiKey, key.id).created
    assert (found, found.tzinfo) == (datetime(2026, 11, 22, 12, tzinfo=UTC), UTC)


def test_many_that_write_at_once_all_get_their_turn(database: Database) -> None:
    def write(number: int) -> None:
        with database.session() as session:
            seen = session.scalar(select(func.count()).select_from(ApiKey))  # a read first: the hard case for SQLite
            session.add(_key(f"{number} {seen}"))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(40)))
    assert _count(database) == 40


def test_who_reads_does_not_wait_for_who_writes(database: Database) -> None:
    with database.session() as session:
        session.add(_key("x"))
        session.flush()
        assert _count(database) == 0
    assert _count(database) == 1


def test_a_word_that_is_no_role_is_refused(database: Database) -> None:
    with pytest.raises(Exception, match="nobody"):
        make_account(database, role=cast(Role, "nobody"))


def test_a_database_that_does_not_answer_is_told_without_its_address(tmp_path: Path) -> None:
    database = Database(Places(tmp_path, "postgresql://kb:secret@127.0.0.1:1/none"))
    with pytest.raises(StoreUnusable, match="look at KB_DATABASE_URL") as told:
        database.open()
    assert "secret" not in str(told.value)


def _key(name: str, created: datetime = NOON) -> ApiKey:
    key_hash = new_id() + new_id()
    return ApiKey(id=new_id(), key_hash=key_hash, name=name, scope="widget", origin="*", created=created)


def _count(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(ApiKey)) or 0
