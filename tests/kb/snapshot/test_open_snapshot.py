"""What is opened is what was written; what disagrees with its manifest is refused."""

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from kb.errors import SnapshotDamaged, SnapshotMismatch, SnapshotMissing
from kb.models.models import load_models
from kb.search.open_searcher import open_searcher
from kb.snapshot.manifest import FORMAT_VERSION, MANIFEST
from kb.snapshot.open_snapshot import open_snapshot
from tests.builders import make_area, make_expert, make_guidance
from tests.fakes.embedder import AxisEmbedder
from tests.kb.snapshot.small_folder import ASKED_AS, EMBEDDER, REGISTERS, change_manifest, write


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


def test_a_forced_snapshot_stays_marked(folder: Path) -> None:
    forced = replace(open_snapshot(folder).manifest, forced=True)
    (folder / MANIFEST).write_bytes(msgspec.json.encode(forced))
    assert open_snapshot(folder).manifest.forced
    change_manifest(folder, lambda manifest: manifest.pop("forced"))
    assert not open_snapshot(folder).manifest.forced
