"""How far a command has come is told on a terminal, and never in what is piped."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cli.shown.progress import STEPS, log_progress, show_progress

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def on_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cli.shown.progress._is_terminal", lambda: True)


def test_a_bar_grows_in_its_place_and_ends_its_line(on_terminal: None, capsys: pytest.CaptureFixture[str]) -> None:
    for done in (0, 1, 2):
        show_progress("matching", done, 2)
    half, whole = "#" * 15 + " " * 15, "#" * 30
    assert capsys.readouterr().err == (f"matchar   [{' ' * 30}] 0/2\rmatchar   [{half}] 1/2\rmatchar   [{whole}] 2/2\n")


def test_elsewhere_nothing_is_told_or_a_line_a_step(capsys: pytest.CaptureFixture[str]) -> None:
    for done in (0, 5):
        show_progress("embed", done, 5)
        log_progress("embed", done, 5)
    assert capsys.readouterr() == ("", "embed: 5\n")


def test_nothing_to_do_is_a_whole_step(on_terminal: None, capsys: pytest.CaptureFixture[str]) -> None:
    show_progress("matching", 0, 0)
    assert capsys.readouterr().err.endswith("0/0\n")


@pytest.mark.parametrize("verb", ["match", "plan", "team"])
def test_reading_and_matching_are_told_in_words(
    verb: str, on_terminal: None, run: Run, small_snapshots: Path, tmp_path: Path
) -> None:
    path = tmp_path / "lagesbild.md"
    path.write_text("Klotter på skolans fasad.", encoding="utf-8")
    code, out, err = run(verb, path, "--snapshots", small_snapshots)
    assert code == 0
    steps = [line.split("[")[0].strip() for line in err.replace("\r", "\n").splitlines() if "[" in line]
    assert list(dict.fromkeys(steps)) == [STEPS[step] for step in ("reading", "masking", "splitting", "matching")]
    assert "läser" not in out


def test_an_allocation_tells_of_its_cases(on_terminal: None, run: Run, small_snapshots: Path, tmp_path: Path) -> None:
    path = tmp_path / "cases.json"
    path.write_text('{"cases": [{"id": "a", "text": "Klotter på skolan."}, {"id": "b", "text": "Klotter."}]}', "utf-8")
    code, _, err = run("allocate", path, "--snapshots", small_snapshots)
    assert code == 0
    assert "2/2" in err
    assert "fördelar" in err
