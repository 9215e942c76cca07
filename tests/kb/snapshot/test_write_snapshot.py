"""A snapshot on disk: the same content gives the same files, and the manifest comes last."""

from pathlib import Path

import pytest

from kb.snapshot import write_snapshot
from kb.snapshot.manifest import MANIFEST
from kb.snapshot.open_snapshot import open_snapshot
from tests.kb.snapshot.small_folder import write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path)


def test_the_manifest_names_every_other_file(folder: Path) -> None:
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert set(open_snapshot(folder).manifest.files) == there - {MANIFEST}
    assert {
        "documents.json",
        "registers.json",
        "domain.npy",
        "outside.faiss",
        "experts/vectors.faiss",
        "guidance/vectors.faiss",
    } < there


def test_the_same_content_gives_the_same_files(tmp_path: Path) -> None:
    one, two = write(tmp_path / "first"), write(tmp_path / "second")
    assert open_snapshot(one).manifest == open_snapshot(two).manifest


def test_the_manifest_is_written_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path) -> None:
        raise OSError(f"no space left to sync {path.name}")

    monkeypatch.setattr(write_snapshot, "sync", fail)
    with pytest.raises(OSError, match="no space left"):
        write(tmp_path)
    assert (tmp_path / "one" / "documents.json").is_file()
    assert not (tmp_path / "one" / MANIFEST).exists()
