"""Where the command looks: an option, else the environment, else the usual folder."""

from collections.abc import Callable
from pathlib import Path

import click
import pytest

from api.settings import Settings, name_variable
from cli.main import VERBS, kb_command
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


def test_an_option_that_a_setting_stands_in_for_has_the_default_of_the_setting() -> None:
    settings = {name_variable(name): field.default for name, field in Settings.model_fields.items()}
    context = click.Context(kb_command)
    commands = [kb_command.get_command(context, verb) for verb in VERBS]
    options = [option for command in commands if command for option in command.params if option.envvar in settings]
    differ = {(option.name, option.envvar) for option in options if option.default != settings[str(option.envvar)]}
    # The widget is tried out on the service of one's own machine; a switch that is not given is no setting.
    assert differ == {("endpoint", "KB_PUBLIC_URL"), ("demo", "KB_DEMO")}
