"""A copy of the database, and the database as the copy has it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from api.store.accounts import Account
from api.store.backup import back_up, restore
from api.store.check_keys import check_keys
from api.store.database import Database
from api.store.errors import StoreKeyUnusable, StoreUnusable
from api.store.places import Places
from api.store.vault import new_key
from tests.store import EMAIL, make_account


@pytest.fixture
def copy(database: Database, places: Places, tmp_path: Path) -> Iterator[Path]:
    """A copy of a database with one account."""
    make_account(database)
    file = tmp_path / "copy"
    back_up(places.address, file)
    yield file


def _emails(database: Database) -> list[str]:
    with database.reading() as session:
        return sorted(session.scalars(select(Account.email)))


def test_what_was_done_after_the_copy_is_gone_once_it_is_restored(
    database: Database, places: Places, copy: Path
) -> None:
    make_account(database, "senare@example.se")
    database.close()
    restore(places.address, copy)
    database.open()
    check_keys(database)
    assert _emails(database) == [EMAIL]


def test_a_database_that_is_lost_is_made_anew(database: Database, places: Places, copy: Path) -> None:
    database.close()
    if places.database_url is None:
        for file in places.folder.glob("till-handling.db*"):
            file.unlink()
    restore(places.address, copy)
    assert _emails(database) == [EMAIL]


def test_a_copy_is_taken_while_somebody_writes(database: Database, places: Places, tmp_path: Path) -> None:
    with database.session() as session:
        session.execute(select(func.count()).select_from(Account))
        back_up(places.address, tmp_path / "meanwhile")
    assert (tmp_path / "meanwhile").stat().st_size > 0


def test_a_copy_has_no_address_to_read_and_is_its_owners_alone(copy: Path) -> None:
    assert EMAIL.encode() not in copy.read_bytes()
    assert copy.stat().st_mode & 0o077 == 0


def test_a_copy_is_never_written_over(places: Places, copy: Path) -> None:
    with pytest.raises(StoreUnusable, match="exists; name a file that does not"):
        back_up(places.address, copy)


def test_what_is_no_copy_is_refused_and_the_database_stays(
    database: Database, places: Places, copy: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken"
    broken.write_bytes(copy.read_bytes()[: len(copy.read_bytes()) // 2])
    other = tmp_path / "other"
    other.write_text("no copy at all", encoding="utf-8")
    for file in (broken, other):
        with pytest.raises(StoreUnusable):
            restore(places.address, file)
    assert _emails(database) == [EMAIL]


def test_a_copy_with_another_key_is_told(places: Places, copy: Path) -> None:
    other = Database(Places(places.folder, places.database_url, [new_key()]))
    with pytest.raises(StoreKeyUnusable, match="start with the key it was written with"):
        check_keys(other)
    other.close()
