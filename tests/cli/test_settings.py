"""Where the command looks: an option, else the environment, else the usual folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.content_folder import ContentFolder

Run = Callable[..., tuple[int, str, str]]


def test_folders_are_taken_from_the_environment(
    run: Run, folder: ContentFolder, small_snapshots: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.path.parent)  # where there is no folder of snapshots to fall back on
    monkeypatch.setenv("KB_CONTENT", str(folder.path))
    monkeypatch.setenv("KB_SNAPSHOTS", str(small_snapshots))
    assert run("check")[2] == "6 documents, 0 faults, 0 warnings\n"
    assert run("snapshots")[1].startswith("* ")


def test_an_option_goes_before_the_environment(
    run: Run, tmp_path: Path, small_snapshots: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KB_SNAPSHOTS", str(tmp_path))
    assert run("snapshots", "--snapshots", small_snapshots)[1].startswith("* ")


def test_without_either_the_folders_are_below_the_one_the_command_is_run_in(
    run: Run, folder: ContentFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("KB_CONTENT", "KB_SNAPSHOTS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(folder.path.parent)
    assert run("check")[2] == "6 documents, 0 faults, 0 warnings\n"
    assert run("snapshots")[2] == "snapshots: no snapshots; build one with `kb index`\n"


def test_a_model_from_the_environment_is_used(run: Run, small_snapshots: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_MODEL", "borta")
    code, _, err = run("search", "klotter", "--snapshots", small_snapshots)
    assert code == 1
    assert err.startswith("kb: borta: no such folder")
