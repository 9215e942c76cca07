"""The description that a command is given, and the options that say who asks."""

from collections.abc import Callable
from pathlib import Path

import click
import pytest

from cli.given.described import MakeMatch, takes_match
from cli.given.problems_file import problems_option
from cli.given.request_options import lacks_option, request_options
from cli.settings import model_option, snapshots_option
from kb.errors import UnknownMunicipality

Run = Callable[..., object]


@click.command("tell")
@click.argument("file")
@request_options
@problems_option
@lacks_option
@click.option("--loud", is_flag=True)
@snapshots_option
@model_option
@takes_match
def tell(make_match: MakeMatch, loud: bool) -> None:
    """Tell it."""
    asked = make_match().help_request
    town = asked.municipality.name if asked.municipality else None
    click.echo(f"{town} {asked.period.first} {asked.period.last} {asked.form} {asked.language} {asked.lacks} {loud}")


@pytest.fixture
def run(snapshots: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    def run(*given: str) -> str:
        file = tmp_path / "a.md"
        file.write_text("Någon tänder eld på skolan.", encoding="utf-8")
        tell.main([str(file), "--snapshots", str(snapshots), *given], standalone_mode=False)
        return capsys.readouterr().out

    return run


def test_what_the_options_say_is_the_request(run: Callable[..., str]) -> None:
    given = ["--municipality", "Borås", "--from", "2027-03-01", "--to", "2027-03-31"]
    given += ["--form", "på plats", "--language", "en", "--lacks", "jurist", "--loud"]
    assert run(*given) == "Borås 2027-03-01 2027-03-31 på plats en ('jurist',) True\n"


def test_what_is_wrong_with_the_request_is_refused(run: Callable[..., str]) -> None:
    with pytest.raises(UnknownMunicipality):
        run("--municipality", "Ankeborg")


def test_the_command_keeps_its_help() -> None:
    assert tell.help == "Tell it."
