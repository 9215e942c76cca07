"""The process that reads one file of a stranger's."""

import json
import resource
import subprocess
import sys

from tests.kb.reading.make_docx import make_docx, paragraph

SHOW_LIMITS = """
import resource
from kb.reading.worker import limit_process
limit_process(500_000_000, 3)
print([resource.getrlimit(limit) for limit in (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_CORE)])
"""
SHOW_MODULES = """
import sys
import kb.reading.worker
needless = {"pypdfium2", "docx", "lxml", "numpy", "zipfile", "kb.reading.pdf.read_pdf", "kb.reading.read_office"}
print(sorted(needless & set(sys.modules)))
"""


def _run(*arguments: str, file: bytes = b"") -> str:
    """What it prints, started without anything of the environment, as the service starts it."""
    done = subprocess.run([sys.executable, *arguments], input=file, capture_output=True, check=True, env={})
    return done.stdout.decode()


def test_it_answers_in_json() -> None:
    answer = _run("-m", "kb.reading.worker", "office", str(2**30), "10", file=make_docx(paragraph("Bråk på torget")))
    assert json.loads(answer) == {"text": "Bråk på torget"}


def test_a_fault_is_an_answer_too() -> None:
    answer = json.loads(_run("-m", "kb.reading.worker", "office", str(2**30), "10", file=make_docx(paragraph("12"))))
    assert answer["fault"] == "DescriptionEmpty"
    assert answer["message"].startswith("the description has no words")


def test_its_limits_cannot_be_lifted_and_a_crash_leaves_no_copy_of_its_memory() -> None:
    assert _run("-c", SHOW_LIMITS).strip() == str([(500_000_000, 500_000_000), (3, 3), (0, 0)])


def test_it_starts_with_no_library_that_its_format_may_not_need() -> None:
    assert _run("-c", SHOW_MODULES).strip() == "[]"


def test_the_limits_are_the_workers_own() -> None:
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 0
