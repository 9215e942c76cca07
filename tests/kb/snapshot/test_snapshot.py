"""Snapshots: written, verified on open, listed and pointed to."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from kb.documents import Phrasings
from kb.errors import SnapshotDamaged, SnapshotMismatch, SnapshotMissing
from kb.models.models import load_models
from kb.registers import Municipality, Registers
from kb.search.open_searcher import open_searcher
from kb.snapshot import pointer, write_snapshot
from kb.snapshot.manifest import FORMAT_VERSION, MANIFEST, list_manifests
from kb.snapshot.open_snapshot import open_current, open_snapshot
from kb.snapshot.pointer import POINTER, point_to, read_pointer
from tests.builders import make_area, make_expert, make_guidance
from tests.fakes.embedder import AxisEmbedder
from tests.kb.small_snapshot import make_snapshot, save_snapshot

EMBEDDER = AxisEmbedder("eld", "knark")
ASKED_AS = Phrasings(("eld",), ())
REGISTERS = Registers(
    (
        Municipality(
            code="1490",
            name="Borås",
            official_name="Borås kommun",
            county_code="14",
            county_name="Län",
            police_region="Väst",
            population=114872,
            population_year=2024,
        ),
    ),
    (),
    (),
)


def write(folder: Path, snapshot_id: str = "one", created: str = "2026-11-22T10:00:00+00:00") -> Path:
    """A snapshot of one document of each kind on disk."""
    made = make_snapshot(
        EMBEDDER,
        [make_guidance("brand", "Eld", asked_as=ASKED_AS)],
        [make_expert("x")],
        [make_area("narkotika", "Knark")],
        outside=("knark",),
        snapshot_id=snapshot_id,
        created=created,
    )
    (folder / snapshot_id).mkdir(parents=True)
    save_snapshot(made, folder / snapshot_id, REGISTERS)
    return folder / snapshot_id


def change_manifest(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    change(manifest)
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path)


def test_what_is_opened_is_what_was_written(folder: Path) -> None:
    opened = open_snapshot(folder)
    assert list(opened.guidance.values()) == [make_guidance("brand", "Eld", asked_as=ASKED_AS)]
    assert list(opened.problem_areas.values()) == [make_area("narkotika", "Knark")]
    assert list(opened.experts.values()) == [make_expert("x")]
    assert opened.registers == REGISTERS
    assert opened.domain is not None
    eld, knark = EMBEDDER.embed_queries(["eld", "knark"])
    assert opened.domain.rate(eld) > 0 > opened.domain.rate(knark)
    assert opened.manifest.n_documents == {"guidance": 1, "problem-areas": 1, "experts": 1}
    assert [
        hit.document.slug for hit in open_searcher(opened, EMBEDDER, load_models()).search_guidance("eld").hits
    ] == ["brand"]


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


def test_a_changed_byte_in_any_file_is_refused(folder: Path) -> None:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    assert {path.suffix for path in files} == {".json", ".npy", ".faiss"}
    for path in files:
        whole = path.read_bytes()
        middle = len(whole) // 2
        path.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
        with pytest.raises(SnapshotDamaged, match=r"changed, SHA-256 .+ run `kb rollback`") as refused:
            open_snapshot(folder)
        assert str(refused.value).startswith(f"{path}: ")
        path.write_bytes(whole)
    assert open_snapshot(folder)


def test_a_missing_file_is_refused(folder: Path) -> None:
    (folder / "guidance" / "vectors.faiss").unlink()
    with pytest.raises(SnapshotDamaged, match=r"vectors\.faiss: missing; run `kb rollback`"):
        open_snapshot(folder)


def test_an_extra_file_is_refused(folder: Path) -> None:
    (folder / "guidance" / "notes.txt").write_text("?", encoding="utf-8")
    with pytest.raises(SnapshotDamaged, match=r"notes\.txt: not in the manifest"):
        open_snapshot(folder)


def test_another_format_is_refused(folder: Path) -> None:
    change_manifest(folder, lambda manifest: manifest.update(format_version=99))
    with pytest.raises(SnapshotMismatch, match=f"format 99, this program reads {FORMAT_VERSION}; run `kb index`"):
        open_snapshot(folder)


@pytest.mark.parametrize("counted", ["n_documents", "n_passages"])
def test_counts_that_disagree_are_refused(folder: Path, counted: str) -> None:
    change_manifest(folder, lambda manifest: manifest[counted].update(experts=7))
    with pytest.raises(SnapshotDamaged, match=r"experts: counts .+ are not .*7"):
        open_snapshot(folder)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"id": "one"}'])
def test_an_unreadable_manifest_is_refused(folder: Path, content: str) -> None:
    (folder / MANIFEST).write_text(content, encoding="utf-8")
    with pytest.raises(SnapshotDamaged, match=r"manifest\.json: unreadable"):
        open_snapshot(folder)


def test_a_folder_without_a_manifest_is_no_snapshot(folder: Path) -> None:
    (folder / MANIFEST).unlink()
    with pytest.raises(SnapshotMissing, match=r"no manifest\.json, so this is no whole snapshot"):
        open_snapshot(folder)


def test_a_snapshot_of_another_model_is_not_searched(folder: Path) -> None:
    with pytest.raises(SnapshotMismatch, match="built with model axes@eld-knark, the configured one is axes@knark-eld"):
        open_searcher(open_snapshot(folder), AxisEmbedder("knark", "eld"), load_models())


def test_the_manifest_is_written_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path) -> None:
        raise OSError(f"no space left to sync {path.name}")

    monkeypatch.setattr(write_snapshot, "sync", fail)
    with pytest.raises(OSError, match="no space left"):
        write(tmp_path)
    assert (tmp_path / "one" / "documents.json").is_file()
    assert not (tmp_path / "one" / MANIFEST).exists()


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


def test_hidden_damage_does_not_keep_from_pointing_to_a_whole_snapshot(tmp_path: Path) -> None:
    write(tmp_path, "one")
    (write(tmp_path, "broken") / MANIFEST).write_text("{", encoding="utf-8")
    with pytest.raises(SnapshotMissing, match="there are: one"):
        point_to(tmp_path, "two")


def test_a_forced_snapshot_stays_marked(folder: Path) -> None:
    forced = replace(open_snapshot(folder).manifest, forced=True)
    (folder / MANIFEST).write_bytes(msgspec.json.encode(forced))
    assert open_snapshot(folder).manifest.forced
    change_manifest(folder, lambda manifest: manifest.pop("forced"))
    assert not open_snapshot(folder).manifest.forced
