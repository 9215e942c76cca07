"""A build becomes current in one step, or not at all."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from indexer.publish import ASIDE, BuildUnderWay, Publication, publish, roll_back
from kb.errors import SnapshotDamaged, SnapshotMissing
from kb.snapshot.manifest import list_manifests
from kb.snapshot.open_snapshot import open_current
from kb.snapshot.pointer import read_pointer
from tests.content_folder import ContentFolder
from tests.fakes.embedder import AxisEmbedder

SANERING = "guidance/sanering.md"
EMBEDDER = AxisEmbedder("klotter", "park")


@pytest.fixture
def snapshots(tmp_path: Path) -> Path:
    return tmp_path / "snapshots"


def _publish(folder: ContentFolder, snapshots: Path, embedder: AxisEmbedder = EMBEDDER) -> Publication:
    return publish(folder.read(), embedder, snapshots, lambda *_: None)


def _publish_changed(folder: ContentFolder, snapshots: Path, words: str) -> Publication:
    text = folder.text(SANERING)
    start = text.index("## Exempel")
    folder.add(SANERING, f"{text[:start]}## Exempel\n\n{words}\n\n## Juridik\n\nInget särskilt.\n")
    return _publish(folder, snapshots)


def _examples(snapshots: Path) -> str:
    """What the current snapshot, opened and verified, says under the heading that tests change."""
    sections = open_current(snapshots).guidance["sanering"].sections
    return next(section.text for section in sections if section.heading == "Exempel")


def test_the_first_snapshot_makes_its_folder_and_is_current(folder: ContentFolder, snapshots: Path) -> None:
    publication = _publish(folder, snapshots)
    assert publication.is_new
    assert open_current(snapshots).manifest == publication.manifest
    assert not (snapshots / ASIDE).exists()


def test_changed_content_becomes_a_second_snapshot_and_the_first_stays(folder: ContentFolder, snapshots: Path) -> None:
    first = _publish(folder, snapshots).manifest
    second = _publish_changed(folder, snapshots, "Borås.").manifest
    assert [manifest.id for manifest in list_manifests(snapshots)] == [second.id, first.id]
    assert read_pointer(snapshots) == second.id
    assert _examples(snapshots) == "Borås."


def test_unchanged_content_is_not_built_again(folder: ContentFolder, snapshots: Path) -> None:
    first = _publish(folder, snapshots)
    steps: list[str] = []
    again = publish(folder.read(), EMBEDDER, snapshots, lambda step, *_: steps.append(step))
    assert again == Publication(first.manifest, is_new=False)
    assert steps == []


def test_content_that_was_published_before_becomes_current_again_without_a_build(
    folder: ContentFolder, snapshots: Path
) -> None:
    first = _publish(folder, snapshots).manifest
    before = folder.text(SANERING)
    _publish_changed(folder, snapshots, "Borås.")
    folder.add(SANERING, before)
    assert _publish(folder, snapshots) == Publication(first, is_new=True)
    assert read_pointer(snapshots) == first.id


def test_another_model_makes_another_snapshot_and_takes_over_no_vector(folder: ContentFolder, snapshots: Path) -> None:
    first = _publish(folder, snapshots).manifest
    other = _publish(folder, snapshots, AxisEmbedder("mark", "sanering")).manifest
    assert other.content_hash == first.content_hash
    index = open_current(snapshots).indexes.guidance
    position = next(i for i, passage in enumerate(index.passages) if passage.slug == "sanering")
    assert index.vectors.vectors(np.array([position]))[0].tolist() == [
        0,
        1,
    ]  # "Snabb sanering av klotter ...": the other model knows no "klotter"


def test_a_published_snapshot_that_was_damaged_is_built_anew(folder: ContentFolder, snapshots: Path) -> None:
    first = _publish(folder, snapshots).manifest
    (snapshots / first.id / "documents.json").write_text("{}")
    with pytest.raises(SnapshotDamaged):
        open_current(snapshots)
    assert _publish(folder, snapshots).is_new
    assert open_current(snapshots).manifest.files == first.files


def test_what_a_killed_build_left_aside_is_swept_away(folder: ContentFolder, snapshots: Path) -> None:
    _publish(folder, snapshots)
    remains = snapshots / ASIDE / "guidance"
    remains.mkdir(parents=True)
    (remains / "vectors.faiss").write_bytes(b"half")
    (snapshots / ASIDE / "extra.json").write_text("{}")
    _publish_changed(folder, snapshots, "Borås.")
    assert _examples(snapshots) == "Borås."
    assert not (snapshots / ASIDE).exists()


def test_a_build_that_does_not_verify_is_not_published(folder: ContentFolder, snapshots: Path) -> None:
    first = _publish(folder, snapshots).manifest
    folder.change(SANERING, "Inga kända.", "Borås.")

    def damage(step: str, done: int, total: int) -> None:
        if (step, done) == ("verify", 0):
            (snapshots / ASIDE / "documents.json").write_text("{}")

    with pytest.raises(SnapshotDamaged, match=r"documents\.json: changed"):
        publish(folder.read(), EMBEDDER, snapshots, damage)
    assert read_pointer(snapshots) == first.id
    assert _examples(snapshots) == "Inga kända."
    assert _publish(folder, snapshots).is_new
    assert _examples(snapshots) == "Borås."


def test_two_builds_do_not_run_in_one_folder(folder: ContentFolder, snapshots: Path) -> None:
    steps: list[str] = []

    def build_meanwhile(step: str, *_: object) -> None:
        steps.append(step)
        with pytest.raises(BuildUnderWay, match="another build is under way; wait for it to end"):
            _publish(folder, snapshots)
        with pytest.raises(BuildUnderWay):
            roll_back(snapshots)

    publish(folder.read(), EMBEDDER, snapshots, build_meanwhile)
    assert {"embed", "index", "verify"} <= set(steps)
    assert _examples(snapshots) == "Inga kända."


def test_the_lock_is_let_go_after_a_build_that_failed(folder: ContentFolder, snapshots: Path) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(folder.read(), EMBEDDER, snapshots, fail)
    assert _publish(folder, snapshots).is_new


def test_rolling_back_makes_the_snapshot_before_the_current_one_current(folder: ContentFolder, snapshots: Path) -> None:
    first = _publish(folder, snapshots).manifest
    second = _publish_changed(folder, snapshots, "Borås.").manifest
    third = _publish_changed(folder, snapshots, "Malmö.").manifest
    assert roll_back(snapshots) == second
    assert _examples(snapshots) == "Borås."
    assert roll_back(snapshots) == first
    assert roll_back(snapshots, third.id) == third
    assert _examples(snapshots) == "Malmö."


def test_there_is_nothing_before_the_first_snapshot(folder: ContentFolder, snapshots: Path) -> None:
    first = _publish(folder, snapshots).manifest
    with pytest.raises(SnapshotMissing, match=f"no snapshot 'earlier'; there are: {first.id}"):
        roll_back(snapshots)
    assert read_pointer(snapshots) == first.id


def test_rolling_back_to_a_damaged_snapshot_is_refused(folder: ContentFolder, snapshots: Path) -> None:
    first = _publish(folder, snapshots).manifest
    second = _publish_changed(folder, snapshots, "Borås.").manifest
    (snapshots / first.id / "guidance" / "vectors.faiss").write_bytes(b"half")
    with pytest.raises(SnapshotDamaged, match=r"vectors\.faiss: changed"):
        roll_back(snapshots)
    assert read_pointer(snapshots) == second.id


@pytest.mark.parametrize("name", ["{id}/", "../snapshots/{id}", "borta", ".building", ""])
def test_only_the_id_of_a_snapshot_is_taken(folder: ContentFolder, snapshots: Path, name: str) -> None:
    first = _publish(folder, snapshots).manifest
    with pytest.raises(SnapshotMissing, match=f"there are: {first.id}"):
        roll_back(snapshots, name.format(id=first.id))
    assert read_pointer(snapshots) == first.id


def test_a_folder_that_is_not_there_cannot_be_rolled_back(snapshots: Path) -> None:
    with pytest.raises(SnapshotMissing, match="no such folder"):
        roll_back(snapshots)
    assert not snapshots.exists()


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded, use of fork:DeprecationWarning")
@pytest.mark.parametrize(
    ("change", "path"),
    [
        ("os.mkdir", ".building"),
        ("open", ".building/documents.json"),
        ("open", ".building/guidance/lexical-passages/starts.npy"),
        ("open", ".building/experts/lexical-documents/vocabulary.json"),
        ("open", ".building/manifest.json"),
        ("os.rename", ".building"),
        ("open", ".current-"),
        ("os.rename", ".current-"),
    ],
)
def test_a_build_killed_before_a_change_on_disk_leaves_the_served_snapshot_whole(
    folder: ContentFolder, snapshots: Path, change: str, path: str
) -> None:
    _publish(folder, snapshots)
    folder.change(SANERING, "Inga kända.", "Borås.")
    assert _is_killed_before(change, snapshots / path, lambda: _publish(folder, snapshots))
    assert _examples(snapshots) == "Inga kända."
    assert _publish(folder, snapshots).is_new
    assert _examples(snapshots) == "Borås."
    assert not (snapshots / ASIDE).exists()


def _is_killed_before(change: str, path: Path, act: Callable[[], object]) -> bool:
    """Act in a process of its own that is killed (SIGKILL) when it is about to change path; False: it never was."""
    child = os.fork()
    if not child:
        try:
            sys.addaudithook(lambda event, args: _kill_self() if _is(event, args, change, path) else None)
            act()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _is(event: str, arguments: tuple[object, ...], change: str, path: Path) -> bool:
    is_read = event == "open" and "r" in str(arguments[1])
    return event == change and str(arguments[0]).startswith(str(path)) and not is_read


def _kill_self() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
