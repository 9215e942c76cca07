"""A snapshot that is published while serving answers from the next request on; a damaged one never does."""

import logging
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from fastapi.testclient import TestClient

from kb.snapshot.manifest import MANIFEST
from kb.snapshot.pointer import POINTER, point_to
from tests.api.conftest import Publish, make_app, make_library
from tests.api.problem_details import read_problem
from tests.builders import make_area, make_expert, make_guidance


@pytest.fixture
def publish(tmp_path: Path, publish_library: Publish) -> Callable[[str], Path]:
    """Publish a snapshot with that id, whose only method has the id as its title; returns its folder."""

    def publish_one(snapshot_id: str) -> Path:
        library = make_library(make_guidance("metod", title=snapshot_id), make_area("narkotika"), make_expert("rad"))
        return publish_library(tmp_path, snapshot_id, library)

    return publish_one


@pytest.fixture
def service(tmp_path: Path) -> TestClient:
    return TestClient(make_app(tmp_path))


def _served(service: TestClient) -> tuple[str, str]:
    """The id of the served snapshot and the title that is in it: both must be of the same one."""
    return service.get("/v1/snapshot").json()["id"], service.get("/v1/guidance/metod").json()["title"]


@pytest.mark.parametrize(
    "path", ["/readyz", "/v1/snapshot", "/v1/search?q=snatteri", "/v1/problem-areas", "/v1/experts", "/v1/guidance/x"]
)
def test_nothing_is_answered_before_a_snapshot_is_published(service: TestClient, path: str) -> None:
    assert "/" not in read_problem(service.get(path), 503, "SnapshotMissing", "Inget index är publicerat")


def test_without_a_snapshot_the_process_lives_and_its_first_page_says_what_is_missing(service: TestClient) -> None:
    assert service.get("/healthz").json() == {"status": "ok"}
    first = service.get("/", headers={"accept": "text/html"})
    assert (first.status_code, "Inget index är publicerat" in first.text) == (503, True)


def test_the_service_starts_without_a_snapshot_and_finds_the_first(
    tmp_path: Path, publish: Callable[[str], Path]
) -> None:
    with TestClient(make_app(tmp_path)) as service:
        assert service.get("/readyz").status_code == 503
        publish("a")
        assert service.get("/readyz").status_code == 200


def test_the_snapshot_is_opened_before_the_first_request(tmp_path: Path, publish: Callable[[str], Path]) -> None:
    publish("a")
    with TestClient(make_app(tmp_path)) as service:
        shutil.rmtree(tmp_path / "a")
        assert _served(service) == ("a", "a")


def test_a_new_snapshot_is_served_from_the_next_request_on(service: TestClient, publish: Callable[[str], Path]) -> None:
    publish("a")
    assert _served(service) == ("a", "a")
    publish("b")
    assert _served(service) == ("b", "b")


def test_a_rollback_is_served_too(service: TestClient, tmp_path: Path, publish: Callable[[str], Path]) -> None:
    publish("a")
    publish("b")
    assert _served(service) == ("b", "b")
    point_to(tmp_path, "a")
    assert _served(service) == ("a", "a")


def _change_a_byte(folder: Path) -> None:
    path = folder / "documents.json"
    path.write_bytes(path.read_bytes().replace(b"Br", b"br"))


def _cut_the_manifest(folder: Path) -> None:
    path = folder / MANIFEST
    path.write_bytes(path.read_bytes()[:100])


DAMAGES: dict[str, Callable[[Path], object]] = {
    "a changed file": _change_a_byte,
    "a missing file": lambda folder: (folder / "documents.json").unlink(),
    "a file too many": lambda folder: (folder / "extra.json").write_text("{}"),
    "half a manifest": _cut_the_manifest,
    "no manifest": lambda folder: (folder / MANIFEST).unlink(),
    "no folder": shutil.rmtree,
    "an empty pointer": lambda folder: (folder.parent / POINTER).write_text(""),
    "no pointer": lambda folder: (folder.parent / POINTER).unlink(),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_new_snapshot_leaves_the_old_serving(
    service: TestClient, publish: Callable[[str], Path], damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    publish("a")
    assert _served(service) == ("a", "a")
    DAMAGES[damage](publish("b"))
    assert _served(service) == ("a", "a")
    assert service.get("/readyz").status_code == 200
    told = [record for record in caplog.records if record.name == "api.serving" and record.levelno == logging.ERROR]
    assert len(told) == 1  # once, not at every request


@pytest.mark.parametrize("damage", ["a changed file", "a missing file", "a file too many", "half a manifest"])
def test_a_damaged_only_snapshot_is_not_served_and_its_place_not_told(
    service: TestClient, tmp_path: Path, publish: Callable[[str], Path], damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    DAMAGES[damage](publish("a"))
    detail = read_problem(service.get("/v1/snapshot"), 503, "SnapshotDamaged", "Indexet är skadat")
    assert str(tmp_path) not in detail
    assert str(tmp_path) in caplog.text


def test_a_snapshot_that_is_mended_is_served_though_it_was_refused(
    service: TestClient, publish: Callable[[str], Path], tmp_path: Path
) -> None:
    publish("a")
    assert _served(service) == ("a", "a")
    whole = publish("b").rename(tmp_path / ".whole")
    shutil.copytree(whole, tmp_path / "b")
    (tmp_path / "b" / "documents.json").unlink()
    assert _served(service) == ("a", "a")
    shutil.copy(whole / "documents.json", tmp_path / "b")
    assert _served(service) == ("b", "b")


def test_files_that_vanish_while_they_are_read_leave_the_old_serving(
    service: TestClient, publish: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def vanish(folder: Path) -> NoReturn:
        raise FileNotFoundError(folder)

    publish("a")
    assert _served(service) == ("a", "a")
    (publish("b") / "gone").symlink_to("nowhere")
    with monkeypatch.context() as moment:
        moment.setattr("api.serving.open_current", vanish)
        assert _served(service) == ("a", "a")
    assert _served(service) == ("b", "b")


def test_a_snapshot_of_another_model_is_not_served(
    service: TestClient, tmp_path: Path, publish: Callable[[str], Path]
) -> None:
    manifest = publish("a") / MANIFEST
    manifest.write_text(manifest.read_text("utf-8").replace("till-handling-sv@", "another@"), "utf-8")
    read_problem(service.get("/v1/snapshot"), 503, "SnapshotMismatch", "Indexet hör till en annan modell")


def test_a_snapshot_with_made_up_experts_is_served_as_a_demonstration_alone(
    tmp_path: Path, publish_library: Publish
) -> None:
    library = make_library(make_guidance("metod"), make_area("narkotika"), make_expert("demo-rad", demo=True))
    publish_library(tmp_path, "a", library)
    told = read_problem(
        TestClient(make_app(tmp_path)).get("/v1/experts"),
        503,
        "DemonstrationRefused",
        "Indexversionen har påhittade experter och får bara visas som demonstration",
    )
    assert "demo-rad" not in told
    service = TestClient(make_app(tmp_path, demo=True))
    assert [(found["slug"], found["demo"]) for found in service.get("/v1/experts").json()["experts"]] == [
        ("demo-rad", True)
    ]
    assert service.get("/v1/snapshot").json()["demo"] is True


def test_a_demonstration_that_is_published_while_serving_leaves_the_real_one(
    tmp_path: Path, publish: Callable[[str], Path], publish_library: Publish
) -> None:
    publish("a")
    service = TestClient(make_app(tmp_path))
    assert _served(service) == ("a", "a")
    library = make_library(make_guidance("metod", title="b"), make_area("narkotika"), make_expert("x", demo=True))
    publish_library(tmp_path, "b", library)
    assert _served(service) == ("a", "a")
