"""The pointer to the current snapshot, which is never half written."""

from pathlib import Path

import pytest

from kb.errors import SnapshotMissing
from kb.snapshot import pointer
from kb.snapshot.manifest import MANIFEST
from kb.snapshot.open_snapshot import open_current
from kb.snapshot.pointer import POINTER, point_to, read_pointer
from tests.kb.snapshot.small_folder import write


def test_nothing_published_has_no_pointer(tmp_path: Path) -> None:
    assert read_pointer(tmp_path) is None
    with pytest.raises(SnapshotMissing, match="no snapshot has been published; build one with `kb index`"):
        open_current(tmp_path)


def test_the_pointer_names_the_current_snapshot(tmp_path: Path) -> None:
    write(tmp_path, "one")
    write(tmp_path, "two")
    point_to(tmp_path, "two")
    assert (read_pointer(tmp_path), open_current(tmp_path).manifest.id) == ("two", "two")
    point_to(tmp_path, "one")
    assert open_current(tmp_path).manifest.id == "one"
    assert sorted(path.name for path in tmp_path.iterdir()) == [POINTER, "one", "two"]


def test_a_pointer_to_a_snapshot_that_has_gone_is_told(tmp_path: Path) -> None:
    (tmp_path / POINTER).write_text("gone\n", encoding="utf-8")
    with pytest.raises(SnapshotMissing, match=r"gone: no manifest\.json"):
        open_current(tmp_path)


def test_only_a_snapshot_that_is_there_can_be_pointed_to(tmp_path: Path) -> None:
    with pytest.raises(SnapshotMissing, match="no snapshot 'two'; there are: none"):
        point_to(tmp_path, "two")
    write(tmp_path, "one")
    point_to(tmp_path, "one")
    with pytest.raises(SnapshotMissing, match="no snapshot 'two'; there are: one"):
        point_to(tmp_path, "two")
    assert read_pointer(tmp_path) == "one"


def test_a_reader_of_the_pointer_never_meets_a_half_written_one(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path, name)
    point_to(tmp_path, "one")
    with (tmp_path / POINTER).open(encoding="utf-8") as opened_before:
        point_to(tmp_path, "two")
        # the new pointer is another file in the old one's place: who has the old one open reads it whole
        assert opened_before.read() == "one\n"
    assert read_pointer(tmp_path) == "two"


def test_a_crash_before_the_rename_leaves_the_pointer_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two"):
        write(tmp_path, name)
    point_to(tmp_path, "one")

    def fail(path: Path) -> None:
        raise OSError(f"crash at {path.name}")

    monkeypatch.setattr(pointer, "sync", fail)
    with pytest.raises(OSError, match=r"crash at \.current-"):
        point_to(tmp_path, "two")
    assert read_pointer(tmp_path) == "one"


def test_hidden_damage_does_not_keep_from_pointing_to_a_whole_snapshot(tmp_path: Path) -> None:
    write(tmp_path, "one")
    (write(tmp_path, "broken") / MANIFEST).write_text("{", encoding="utf-8")
    with pytest.raises(SnapshotMissing, match="there are: one"):
        point_to(tmp_path, "two")
