"""Which databases are known, and how SQLite is set up."""

from pathlib import Path

import pytest
from sqlalchemy import text

from api.store.database import Database
from api.store.engine import make_engine, read_url
from api.store.errors import StoreUnusable
from api.store.places import Places


@pytest.mark.parametrize(
    ("address", "driver"),
    [
        ("postgresql://kb:x@db/name", "postgresql+psycopg"),
        ("postgres://kb:x@db/name", "postgresql+psycopg"),
        ("sqlite:///a.db", "sqlite+pysqlite"),
    ],
)
def test_the_driver_is_the_one_that_is_installed(address: str, driver: str) -> None:
    assert read_url(address).drivername == driver


@pytest.mark.parametrize(
    ("address", "told"),
    [("mysql://kb:secret@db/name", "kind 'mysql' is not known"), ("secret", "cannot be read; write for example")],
)
def test_another_database_is_refused_without_its_password(address: str, told: str) -> None:
    with pytest.raises(StoreUnusable, match=told) as error:
        make_engine(address)
    assert "secret@" not in str(error.value)


def test_sqlite_keeps_what_was_committed_and_what_refers_to_what(tmp_path: Path) -> None:
    database = Database(Places(tmp_path))
    with database.reading() as session:
        found = [session.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "synchronous", "foreign_keys")]
    database.close()
    assert found == ["wal", 2, 1]
