"""Earlier snapshots are read for what they held; what cannot be read is left out."""

from datetime import UTC, datetime
from pathlib import Path

from kb.snapshot.generations import read_earlier_generations
from kb.snapshot.snapshot import Snapshot
from tests.builders import make_guidance
from tests.fakes.embedder import AxisEmbedder
from tests.kb.small_snapshot import make_snapshot, save_snapshot


def save(folder: Path, day: int) -> Snapshot:
    """A snapshot of one document named for the day of August 2026 that it was built."""
    snapshot_id, created = f"s{day}", f"2026-08-0{day}T10:00:00+00:00"
    made = make_snapshot(AxisEmbedder("eld"), [make_guidance(f"d{day}")], snapshot_id=snapshot_id, created=created)
    (folder / snapshot_id).mkdir()
    save_snapshot(made, folder / snapshot_id)
    return made


def test_the_older_ones_come_newest_first(tmp_path: Path) -> None:
    save(tmp_path, 1)
    save(tmp_path, 2)
    current = save(tmp_path, 3)
    save(tmp_path, 4)
    found = read_earlier_generations(tmp_path, current.manifest)
    assert [(one.snapshot_id, list(one.guidance)) for one in found] == [("s2", ["d2"]), ("s1", ["d1"])]
    assert found[0].created == datetime(2026, 8, 2, 10, tzinfo=UTC)


def test_so_many_are_read_and_no_more(tmp_path: Path) -> None:
    for day in (1, 2):
        save(tmp_path, day)
    found = read_earlier_generations(tmp_path, save(tmp_path, 3).manifest, most=1)
    assert [one.snapshot_id for one in found] == ["s2"]


def test_what_is_damaged_is_left_out(tmp_path: Path) -> None:
    for day in (1, 2, 3):
        save(tmp_path, day)
    (tmp_path / "s1" / "documents.json").write_text("{}", encoding="utf-8")
    (tmp_path / "s2" / "documents.json").unlink()
    found = read_earlier_generations(tmp_path, save(tmp_path, 4).manifest)
    assert [one.snapshot_id for one in found] == ["s3"]
