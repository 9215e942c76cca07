"""Files that strangers made, read in a process of their own."""

import logging
import signal
import tempfile
from pathlib import Path

import pytest

from kb.errors import DescriptionDamaged, DescriptionScanned, DescriptionTooHeavy, MacrosRefused
from kb.reading.apart import Limits, read_apart
from tests.kb.reading.make_docx import make_docx, paragraph, zip_parts
from tests.kb.reading.make_pdf import Text, make_pdf, make_scan

FAILING = "tests.fakes.failing_worker"


def test_a_word_file_is_read() -> None:
    assert read_apart(make_docx(paragraph("Bråk på torget")), "office") == "Bråk på torget"


def test_a_pdf_is_read() -> None:
    assert read_apart(make_pdf([Text(text="Bråk på torget")]), "pdf") == "Bråk på torget"


def test_a_fault_comes_back_as_what_it_is() -> None:
    with pytest.raises(DescriptionScanned, match="2 of 2 pages"):
        read_apart(make_scan(2), "pdf")
    with pytest.raises(MacrosRefused):
        read_apart(zip_parts({"word/vbaProject.bin": b"\0"}), "office")


def test_memory_is_limited() -> None:
    body = "".join(paragraph(f"{n} {n * 7919}") for n in range(100_000))
    with pytest.raises(DescriptionTooHeavy, match="takes more than 70000000 bytes of memory to read; send a part"):
        read_apart(make_docx(body), "office", Limits(memory_bytes=70_000_000))


def test_the_clock_is_limited() -> None:
    with pytest.raises(DescriptionTooHeavy, match="takes more than 10 s to read; send a part of it"):
        read_apart(make_docx(paragraph("Torget")), "office", Limits(wall_s=0))


def test_a_worker_stopped_by_the_clock_leaves_no_process_and_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = _list_children()
    with pytest.raises(DescriptionTooHeavy):
        read_apart(b"wait 0", "pdf", Limits(wall_s=0.5), worker=FAILING)
    assert (_list_children(), list(tmp_path.iterdir())) == (before, [])


@pytest.mark.parametrize("number", [signal.SIGXCPU, signal.SIGKILL])
def test_a_worker_stopped_at_its_limits_had_too_heavy_a_file(number: int) -> None:
    with pytest.raises(DescriptionTooHeavy):
        read_apart(f"signal {int(number)}".encode(), "pdf", worker=FAILING)


@pytest.mark.parametrize(
    "manner", ["exit 1", f"signal {int(signal.SIGSEGV)}", f"signal {int(signal.SIGABRT)}", "Kalle"]
)
def test_a_worker_that_crashes_had_a_damaged_file(manner: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), pytest.raises(DescriptionDamaged) as caught:
        read_apart(manner.encode(), "pdf", worker=FAILING)
    assert "Kalle" not in f"{caught.value}{caplog.text}"


def test_what_the_worker_prints_of_its_failure_is_not_passed_on(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(DescriptionDamaged):
        read_apart(b"Kalle Kalle", "pdf", worker=FAILING)
    assert capfd.readouterr() == ("", "")


def _list_children() -> list[str]:
    """The ids of this process's children, ended ones that nobody waited for too."""
    lists = Path("/proc/self/task").glob("*/children")
    return sorted(pid for found in lists for pid in found.read_text(encoding="ascii").split())
