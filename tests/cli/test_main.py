"""The command as a whole: its verbs, and how a fault becomes a message and an exit code."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.main import VERBS
from tests.content_folder import ContentFolder
from tests.root import ROOT

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_a_help_with_an_example(run: Run, verb: str) -> None:
    code, out, err = run(verb, "--help")
    assert (code, err) == (0, "")
    assert out.startswith(f"Usage: kb {verb} ")
    assert f"Example: kb {verb}" in out


def test_the_help_lists_every_verb(run: Run) -> None:
    code, out, _ = run("-h")
    assert code == 0
    assert [line.split()[0] for line in out.split("Commands:\n")[1].splitlines()] == sorted(VERBS)


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("sok",),
        ("search",),
        ("search", "klotter", "narkotika"),
        ("search", "klotter", "-n", "0"),
        ("search", "klotter", "-n", "många"),
        ("search", "klotter", "--sort", "namn"),
        ("check", "--quiet"),
        ("match",),
        ("match", "-", "--from", "2026-13-01"),
        ("match", "-", "--to", "i morgon"),
        ("eval",),
        ("rollback", "a", "b"),
        ("serve", "--port", "0"),
    ],
)
def test_wrong_use_is_told_on_standard_error_with_exit_code_2(run: Run, arguments: tuple[str, ...]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "Usage: kb" in err


def test_a_fault_of_the_file_system_is_told_and_not_traced(run: Run, folder: ContentFolder, tmp_path: Path) -> None:
    path = tmp_path / "snapshots"
    path.write_text("")
    code, out, err = run("index", "--content", folder.path, "--snapshots", path)
    assert (code, out, err) == (1, "", f"kb: {path}: File exists; mend that, or name another\n")
    assert run("schema", "--out", path)[0] == 1


def test_an_interrupted_command_exits_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("indexer.content.read_content.read_content", interrupt)
    code, out, err = run("check")
    assert (code, out, err.strip()) == (130, "", "kb: interrupted")


@pytest.mark.slow
def test_search_does_not_wait_for_the_web_framework(small_snapshots: Path) -> None:
    script = "import sys; from cli.main import main; main(sys.argv[1:]); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script, "search", "klotter på skolans fasad", "--snapshots", str(small_snapshots)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    hits, modules = done.stdout.rsplit("\n", 2)[:2]
    assert "[sanering]" in hits
    assert not {"fastapi", "uvicorn", "sentence_transformers", "torch"} & set(modules.split())
