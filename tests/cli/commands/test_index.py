"""`kb index`: content to a published snapshot, or the faults that keep it from being one."""

import fcntl
from collections.abc import Callable
from pathlib import Path

import pytest

from kb.snapshot.open_snapshot import open_current
from kb.snapshot.pointer import read_pointer
from tests.content_folder import ContentFolder

pytestmark = pytest.mark.day

Run = Callable[..., tuple[int, str, str]]
SANERING = "guidance/sanering.md"


@pytest.fixture
def snapshots(tmp_path: Path) -> Path:
    return tmp_path / "snapshots"


@pytest.fixture
def index(run: Run, folder: ContentFolder, snapshots: Path) -> Callable[[], tuple[int, str, str]]:
    """`kb index` of the content folder."""
    return lambda: run("index", "--content", folder.path, "--snapshots", snapshots)


Index = Callable[[], tuple[int, str, str]]


def test_the_id_of_the_new_snapshot_and_its_counts_are_printed(index: Index, snapshots: Path) -> None:
    code, out, err = index()
    snapshot_id = read_pointer(snapshots)
    n_passages = sum(open_current(snapshots).manifest.n_passages.values())
    assert code == 0
    assert out == f"{snapshot_id} published: 3 guidance, 2 problem-areas, 1 experts; {n_passages} passages\n"
    assert [line.split(":")[0] for line in err.splitlines()] == ["embed", "index", "verify"]


def test_unchanged_content_says_so_and_builds_nothing(index: Index) -> None:
    _, first, _ = index()
    code, second, err = index()
    assert (code, err) == (0, "")
    assert second == first.replace(" published", " unchanged, already current")


def test_a_changed_word_embeds_its_passage_alone(index: Index, folder: ContentFolder) -> None:
    index()
    folder.change(SANERING, "Räkna först.", "Räkna noga.")
    _, _, err = index()
    assert err.splitlines()[0] == "embed: 1"


def test_faulty_content_is_refused_and_the_current_snapshot_stays(
    index: Index, folder: ContentFolder, snapshots: Path
) -> None:
    index()
    before = read_pointer(snapshots)
    path = folder.change(SANERING, "kind: metod", "kind: metodik")
    folder.change(SANERING, "- faltarbete\n", "- faltarbet\n")
    folder.change(SANERING, "Inga kända.", "Nytt.")
    code, out, err = index()
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        f"{path}:3: kind has an unknown value; metodik; did you mean 'metod'?",
        f"{path}:{folder.line_of(SANERING, '- faltarbet')}: unknown guidance; 'faltarbet'; did you mean 'faltarbete'?",
        "kb: 2 faults; nothing was built and the current snapshot stays",
    ]
    assert read_pointer(snapshots) == before
    assert open_current(snapshots).manifest.id == before


def test_warnings_do_not_keep_content_from_being_indexed(index: Index, folder: ContentFolder) -> None:
    folder.change(SANERING, "cost:\n  text: Ingen kostnad publicerad.\n  searched: 2025-01-01\n", "")
    assert index()[0] == 0


def test_an_expert_whose_publication_has_run_out_is_left_out_and_the_rest_is_indexed(
    index: Index, folder: ContentFolder
) -> None:
    folder.change("experts/radgivare.md", "review_by: 2099-01-01\ncontact", "review_by: 2026-01-01\ncontact")
    code, out, _ = index()
    assert code == 0
    assert " 0 experts;" in out


def test_another_build_in_the_same_folder_is_told(index: Index, snapshots: Path) -> None:
    snapshots.mkdir()
    with (snapshots / ".lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        code, out, err = index()
    assert (code, out) == (1, "")
    assert err == f"kb: {snapshots}: another build is under way; wait for it to end\n"


def test_a_model_that_is_not_there_is_told(run: Run, folder: ContentFolder, snapshots: Path) -> None:
    code, _, err = run("index", "--content", folder.path, "--snapshots", snapshots, "--model", "borta")
    assert code == 1
    assert err.startswith("kb: borta: no such folder;")
