"""The command where no extra is installed: what it does all the same, and how it says what it lacks."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.kb.reading.make_docx import make_docx, paragraph
from tests.root import ROOT

pytestmark = pytest.mark.slow
EXAMPLE = "docs/examples/beskrivning.md"


def run_without_extras(*arguments: str | Path, stdin: bytes = b"") -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    command = [sys.executable, "-m", "tests.core_only", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, input=stdin, capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("search", "klotter"), "[klotter-och-skadegorelse]"),
        (("search", "klotter", "--json"), '"query": "klotter"'),
        (("match", EXAMPLE), "Problem 1:"),
        (("match", EXAMPLE, "--json"), '"problems": ['),
        (("team", EXAMPLE, "--json"), '"members": ['),
        (("allocate", "docs/examples/cases.json", "--json"), '"cases": ['),
        (("plan", EXAMPLE), "# Utkast till åtgärdsplan"),
        (("gaps",), "\n"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_reads_text_and_a_snapshot_works(snapshots: Path, arguments: tuple[str, ...], told: str) -> None:
    code, out, err = run_without_extras(*arguments, "--snapshots", snapshots)
    assert (code, "Traceback" in err) == (0, False)
    assert told in out


@pytest.mark.usefixtures("on_the_day_of_the_content")
def test_content_is_checked(snapshots: Path) -> None:
    code, _, err = run_without_extras("check", "--no-warnings")
    assert (code, "0 faults" in err) == (0, True)


def test_a_word_file_is_read(snapshots: Path, tmp_path: Path) -> None:
    file = tmp_path / "lagesbild.docx"
    file.write_bytes(make_docx(paragraph("Det klottras på skolans fasad varje vecka.")))
    code, out, _ = run_without_extras("match", file, "--snapshots", snapshots)
    assert (code, "klottras på skolans fasad" in out) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("serve",), "serve needs the extra `service`; pip install 'till-handling[service]'"),
        (("mcp",), "mcp needs the extra `assistants`; pip install 'till-handling[assistants]'"),
        (("match", "-"), "a PDF needs the extra `reading`; pip install 'till-handling[reading]'"),
        (
            ("plan", EXAMPLE, "--out", "plan.docx"),
            "a plan in Word needs the extra `documents`; pip install 'till-handling[documents]'",
        ),
        (
            ("model", "docs", "made-ready"),
            "docs: this model needs the extra `models`; pip install 'till-handling[models]'",
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_what_needs_an_extra_names_it(arguments: tuple[str, ...], message: str) -> None:
    assert run_without_extras(*arguments, stdin=b"%PDF-1.7\n") == (1, "", f"kb: {message}\n")


def test_another_model_names_its_extra(snapshots: Path) -> None:
    code, _, err = run_without_extras("search", "klotter", "--snapshots", snapshots, "--model", "docs")
    assert code == 1
    assert err == "kb: docs: this model needs the extra `models`; pip install 'till-handling[models]'\n"
