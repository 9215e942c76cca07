"""Keys that the first start makes."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from api.store.key_file import keep_first, put_first, read_or_make_keys
from api.store.vault import Vault


def test_the_first_start_makes_a_key_that_its_owner_alone_reads(tmp_path: Path) -> None:
    path = tmp_path / "state" / "store.key"
    (key,) = read_or_make_keys(path)
    assert Vault([key])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["store.key"]


def test_the_next_start_takes_the_same(tmp_path: Path) -> None:
    assert read_or_make_keys(tmp_path / "k") == read_or_make_keys(tmp_path / "k")


def test_of_many_that_start_at_once_one_makes_the_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda n: tuple(read_or_make_keys(tmp_path / "k")), range(32)))
    assert len(set(found)) == 1


def test_a_new_key_goes_first_and_the_old_ones_can_be_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "k"
    (old,) = read_or_make_keys(path)
    put_first(path, "new")
    assert read_or_make_keys(path) == ["new", old]
    keep_first(path)
    assert read_or_make_keys(path) == ["new"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
