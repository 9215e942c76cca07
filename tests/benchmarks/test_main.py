"""One command for all measures."""

import re

import pytest

from benchmarks.__main__ import main
from benchmarks.commands import COMMANDS
from tests.root import ROOT


def test_without_a_name_all_measures_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    out = capsys.readouterr().out
    assert [name for name, command in COMMANDS.items() if f"{name} " not in out or command.told not in out] == []


def test_a_name_that_is_none_is_refused_with_those_that_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["qualitty"]) == 2
    assert "'qualitty' is no measure; one of quality, lagesbilder" in capsys.readouterr().err


def test_a_fault_that_has_an_explanation_is_told_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["similar", "--snapshots", "nope"]) == 1
    assert capsys.readouterr().err.startswith("benchmarks similar: nope")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_measure_tells_how_it_is_called(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([name, "--help"])
    assert capsys.readouterr().out.startswith(f"usage: python -m benchmarks {name} ")


def test_documents_name_measures_that_there_are() -> None:
    pages = [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md"), *ROOT.glob("benchmarks/*/*.py")]
    named = {name for page in pages for name in re.findall(r"python\s-m\sbenchmarks ([\w.]+)", page.read_text("utf-8"))}
    assert {name.rstrip(".") for name in named} - set(COMMANDS) == set()
