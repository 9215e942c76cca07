"""Snapshots listed by their manifests."""

from pathlib import Path

from kb.snapshot.manifest import MANIFEST, list_manifests
from tests.kb.snapshot.small_folder import write


def test_snapshots_are_listed_newest_first_then_by_id(tmp_path: Path) -> None:
    write(tmp_path, "b", "2026-11-20T10:00:00+00:00")
    write(tmp_path, "a", "2026-11-22T10:00:00+00:00")
    write(tmp_path, "c", "2026-11-21T10:00:00+00:00")
    write(tmp_path, "d", "2026-11-21T10:00:00+00:00")
    assert [manifest.id for manifest in list_manifests(tmp_path)] == ["a", "d", "c", "b"]


def test_what_is_being_built_and_what_cannot_be_read_is_not_listed(tmp_path: Path) -> None:
    write(tmp_path, "one")
    write(tmp_path, ".building")
    (write(tmp_path, "broken") / MANIFEST).write_text("{", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    assert [manifest.id for manifest in list_manifests(tmp_path)] == ["one"]
