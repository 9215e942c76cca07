"""Counts are written in batches, and kept where the database is away."""

from datetime import date

import pytest

from api.store.database import Database
from api.store.errors import StoreUnusable
from api.store.national.use import UseOf, count_kind
from api.use.counter import UseCounter, write_kept

DAY = date(2026, 11, 22)
USE = UseOf(DAY, "", "search")


def test_nothing_is_written_before_it_is_time_and_then_all(database: Database) -> None:
    counter = UseCounter(database, is_on=True)
    for _ in range(3):
        counter.count(USE)
    assert _read(database) == 0
    counter.write(DAY)
    counter.write(DAY)
    assert _read(database) == 3


def test_nothing_is_counted_where_it_is_switched_off(database: Database) -> None:
    counter = UseCounter(database, is_on=False)
    counter.count(USE)
    counter.write(DAY)
    assert _read(database) == 0


def test_what_could_not_be_written_is_written_the_next_time(
    database: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    counter = UseCounter(database, is_on=True)
    counter.count(USE)
    with monkeypatch.context() as patch:
        patch.setattr(database, "session", _refuse)
        write_kept(counter, lambda: DAY)
    assert "kept for the next time" in caplog.text
    counter.count(USE)
    counter.write(DAY)
    assert _read(database) == 2


def _refuse() -> None:
    raise StoreUnusable("away")


def _read(database: Database) -> int:
    with database.reading() as session:
        return count_kind(session, date(2026, 11, 1), "search")
