"""The verbs over the shipped content when every publication in it has run out: there are no experts, and no faults."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kb.search.searcher import Searcher
from tests.conftest import CONTENT
from tests.days import days_after, library_of

Run = Callable[..., tuple[int, str, str]]
TEXT = "Unga säljer narkotika öppet på torget, mest på kvällar och helger."


@pytest.fixture
def late(snapshots: Path, searcher: Searcher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Snapshots of which the newest is to be built on the day after the last date of the content."""
    monkeypatch.setenv("KB_TODAY", days_after(library_of(searcher.snapshot))[-1].isoformat())
    return Path(shutil.copytree(snapshots, tmp_path / "snapshots"))


def test_the_check_has_warnings_and_no_fault(run: Run, late: Path) -> None:
    code, out, err = run("check", "--strict", "--content", CONTENT)
    assert (code, " 0 faults" in err) == (0, True)
    assert "warning: publication run out" in out
    assert "warning: area with too few experter today" in out


@pytest.mark.timeout(900)  # it builds an index of all the content
def test_what_is_built_then_answers_without_experts(run: Run, late: Path, tmp_path: Path) -> None:
    code, out, _ = run("index", "--content", CONTENT, "--snapshots", late)
    assert code == 0
    assert " 0 experts" in out
    description, cases, plan = (tmp_path / name for name in ("text.md", "cases.json", "plan.json"))
    description.write_text(TEXT, encoding="utf-8")
    cases.write_text(json.dumps({"cases": [{"id": "a", "text": TEXT}]}), encoding="utf-8")
    for arguments in (
        ("match", description),
        ("team", description),
        ("plan", description, "--out", plan),
        ("rematch", plan),
        ("allocate", cases),
        ("gaps",),
        ("search", "narkotika på torget"),
    ):
        code, _, err = run(*arguments, "--snapshots", late)
        assert code == 0, (arguments[0], err)
