"""The part of the suite that depends on the day, with the clock of its processes moved; `make days` does so for all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.root import ROOT

ANSWER = "import datetime, time; print(datetime.datetime.today(), time.gmtime().tm_year)"


def run_moved(day: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A Python process that takes the day for today."""
    folders = (str(Path(__file__).with_name("moved_clock")), os.environ.get("PYTHONPATH", ""))
    moved = {"MOVED_TO": day, "PYTHONPATH": os.pathsep.join(filter(None, folders))}
    left = {name: value for name, value in os.environ.items() if name != "KB_TODAY"}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, env=left | moved, capture_output=True, text=True, check=False)


def test_a_process_is_moved_to_the_day() -> None:
    assert run_moved("2028-02-29", "-c", ANSWER).stdout.startswith("2028-02-29 12:00:")
    within = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {ANSWER!r}])"
    assert run_moved("2028-02-29", "-c", within).stdout.endswith(" 2028\n")


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_what_depends_on_the_day_passes_when_everything_has_run_out() -> None:
    # pytest warns that the library which moves the clock was loaded before it, with which nothing is wrong
    warning = "ignore::pytest.PytestAssertRewriteWarning"
    done = run_moved("2029-06-15", "-m", "pytest", "-m", "day", "-W", warning, "-p", "no:cacheprovider", "tests")
    assert done.returncode == 0, done.stdout
