"""`kb index` killed with SIGKILL at several points: the served snapshot stays whole and the next build succeeds.

The process is real, and held where it is to die: its standard error is a pipe with room for the progress lines before
that point and no more, so it stands still in the write of the next one.
"""

import array
import fcntl
import os
import shutil
import subprocess
import sys
import termios
from collections.abc import Callable
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from time import monotonic

import pytest

from cli.main import main
from tests.content_folder import ContentFolder, write_content
from tests.root import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(fcntl, "F_GETPIPE_SZ"), reason="needs to know how much a pipe holds"),
]

Run = Callable[..., tuple[int, str, str]]
MAX_WAIT_S = 60
CHANGE = ("guidance/sanering.md", "title: Snabb sanering av klotter", "title: Klotter tas bort genast")


@pytest.fixture(scope="module")
def progress_lines(small_snapshots: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the build of the changed content writes to standard error, from one that is let to end."""
    path = tmp_path_factory.mktemp("rehearsal")
    folder = write_content(path / "content")
    folder.change(*CHANGE)
    shutil.copytree(small_snapshots, path / "snapshots")
    with redirect_stderr(StringIO()) as written:
        assert main(["index", "--content", str(folder.path), "--snapshots", str(path / "snapshots")]) == 0
    return written.getvalue().splitlines(keepends=True)


@pytest.mark.parametrize(
    ("step", "sign"),
    [
        ("embed", ".building"),  # all is embedded, nothing is written
        ("index", ".building"),
        ("verify", ".building/documents.json"),  # somewhere in writing the files
        ("verify", ".building/manifest.json"),  # all is written and being verified, nothing is published
    ],
)
def test_a_killed_build_leaves_the_served_snapshot_whole(
    run: Run,
    folder: ContentFolder,
    small_snapshots: Path,
    progress_lines: list[str],
    tmp_path: Path,
    step: str,
    sign: str,
) -> None:
    snapshots = shutil.copytree(small_snapshots, tmp_path / "snapshots")
    folder.change(*CHANGE)
    search = ("search", "klotter på skolans fasad", "-n", "1", "--snapshots", snapshots)
    index = ("index", "--content", folder.path, "--snapshots", snapshots)

    steps = [line.split(":")[0] for line in progress_lines]
    room = sum(len(line) for line in progress_lines[: steps.index(step)])
    _kill_when(snapshots / sign, room, [str(argument) for argument in index])

    assert (snapshots / ".building").exists()
    code, out, err = run(*search)
    assert (code, err) == (0, "")
    assert "1. Snabb sanering av klotter  [sanering]" in out
    code, out, _ = run(*index)
    assert code == 0
    assert " published: 3 guidance" in out
    assert not (snapshots / ".building").exists()
    assert "1. Klotter tas bort genast  [sanering]" in run(*search)[1]


def _kill_when(sign: Path, room: int, arguments: list[str]) -> None:
    """Run `kb`, let it write room bytes to standard error, and kill it once it has and sign is there."""
    read_end, write_end = os.pipe()
    size = fcntl.fcntl(write_end, fcntl.F_GETPIPE_SZ)
    os.write(write_end, b"x" * (size - room))
    try:
        with subprocess.Popen([sys.executable, "-m", "cli", *arguments], cwd=ROOT, stderr=write_end) as process:
            end = monotonic() + MAX_WAIT_S
            while not (sign.exists() and _n_waiting(read_end) == size) and monotonic() < end:
                assert not _has_ended(process, within_s=0.005)
            process.kill()
            assert process.wait() == -9
            assert sign.exists()
    finally:
        os.close(read_end)
        os.close(write_end)


def _n_waiting(read_end: int) -> int:
    """How many bytes stand in the pipe."""
    count = array.array("i", [0])
    fcntl.ioctl(read_end, termios.FIONREAD, count)
    return count[0]


def _has_ended(process: subprocess.Popen[bytes], within_s: float) -> bool:
    try:
        process.wait(within_s)
    except subprocess.TimeoutExpired:
        return False
    return True
