"""`kb snapshots` and `kb rollback`: the generations of the index."""

from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.publish import publish
from kb.snapshot.manifest import Manifest
from kb.snapshot.pointer import read_pointer
from tests.content_folder import ContentFolder
from tests.fakes.embedder import AxisEmbedder

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def snapshots(tmp_path: Path) -> Path:
    return tmp_path / "snapshots"


@pytest.fixture
def generations(folder: ContentFolder, snapshots: Path) -> list[Manifest]:
    """Two snapshots, the newer one first and current."""
    embedder = AxisEmbedder("klotter")
    first = publish(folder.read(), embedder, snapshots, lambda *_: None).manifest
    folder.change("guidance/sanering.md", "Inga kända.", "Borås.")
    return [publish(folder.read(), embedder, snapshots, lambda *_: None).manifest, first]


def test_snapshots_are_listed_newest_first_with_the_current_one_marked(
    run: Run, snapshots: Path, generations: list[Manifest]
) -> None:
    new, old = generations
    n_passages = sum(new.n_passages.values())
    code, out, err = run("snapshots", "--snapshots", snapshots)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        f"* {new.id}  {new.created[:19]}Z  6 documents  {n_passages} passages  axes@klotter",
        f"  {old.id}  {old.created[:19]}Z  6 documents  {n_passages} passages  axes@klotter",
    ]


def test_a_folder_without_snapshots_says_how_to_get_one(run: Run, tmp_path: Path) -> None:
    assert run("snapshots", "--snapshots", tmp_path) == (
        0,
        "",
        f"{tmp_path}: no snapshots; build one with `kb index`\n",
    )


def test_rolling_back_goes_to_the_snapshot_before(run: Run, snapshots: Path, generations: list[Manifest]) -> None:
    old = generations[1]
    assert run("rollback", "--snapshots", snapshots) == (0, f"{old.id} is current, built {old.created[:19]}Z\n", "")
    assert read_pointer(snapshots) == old.id
    _, out, _ = run("snapshots", "--snapshots", snapshots)
    assert [line[0] for line in out.splitlines()] == [" ", "*"]


def test_rolling_back_to_an_id_goes_there(run: Run, snapshots: Path, generations: list[Manifest]) -> None:
    new, old = generations
    run("rollback", old.id, "--snapshots", snapshots)
    assert run("rollback", new.id, "--snapshots", snapshots)[0] == 0
    assert read_pointer(snapshots) == new.id


@pytest.mark.parametrize("wrong", ["borta", "{id}/", "../snapshots/{id}"])
def test_rolling_back_to_what_is_no_id_is_refused_and_tells_the_ids(
    run: Run, snapshots: Path, generations: list[Manifest], wrong: str
) -> None:
    new, old = generations
    name = wrong.format(id=old.id)
    code, out, err = run("rollback", name, "--snapshots", snapshots)
    assert (code, out) == (1, "")
    assert err == f"kb: {snapshots}: no snapshot {name!r}; there are: {new.id}, {old.id}\n"
    assert read_pointer(snapshots) == new.id


def test_there_is_nothing_before_the_first(run: Run, snapshots: Path, generations: list[Manifest]) -> None:
    run("rollback", "--snapshots", snapshots)
    code, _, err = run("rollback", "--snapshots", snapshots)
    assert code == 1
    assert "no snapshot 'earlier'" in err
    assert read_pointer(snapshots) == generations[1].id


def test_a_damaged_snapshot_is_not_rolled_back_to(run: Run, snapshots: Path, generations: list[Manifest]) -> None:
    new, old = generations
    (snapshots / old.id / "registers.json").write_text("{}")
    code, _, err = run("rollback", "--snapshots", snapshots)
    assert code == 1
    assert "registers.json: changed" in err
    assert read_pointer(snapshots) == new.id


def test_a_folder_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    code, _, err = run("rollback", "--snapshots", tmp_path / "nowhere")
    assert code == 1
    assert err == f"kb: {tmp_path / 'nowhere'}: no such folder; name the one that `kb index` wrote\n"
