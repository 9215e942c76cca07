"""What a snapshot must pass before it is published."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.gate import MARGIN, Canary, Gate, read_gate
from kb.errors import GateRefused
from kb.evaluation.judged import JudgedQuery
from kb.models.models import load_models
from kb.search.searcher import Searcher
from kb.snapshot.manifest import Quality
from kb.snapshot.pointer import read_pointer
from tests.root import ROOT

Run = Callable[..., tuple[int, str, str]]
MODELS = load_models()

RIGHT = Canary("ungar som kör epa på torget", "a-traktorer-och-buskorning")
WRONG = Canary("ungar som kör epa på torget", "freda")
JUDGED = JudgedQuery(
    id="q", kind="sokfraga", query="epa på torget", relevant={"a-traktorer-och-buskorning": 3}, avoid=()
)


def test_a_canary_that_finds_its_document_passes(searcher: Searcher) -> None:
    assert Gate(MODELS, (RIGHT,)).judge(searcher, None).faults == ()


def test_a_canary_that_does_not_is_named_with_what_was_found(searcher: Searcher) -> None:
    (fault,) = Gate(MODELS, (WRONG,)).judge(searcher, None).faults
    assert "freda is not among the first 3 (a-traktorer-och-buskorning" in fault


def test_quality_is_measured_and_compared_on_the_same_set_alone(searcher: Searcher) -> None:
    gate = Gate(MODELS, (), (JUDGED,), "set")
    verdict = gate.judge(searcher, None)
    assert verdict.quality == Quality("set", 1.0)
    assert gate.judge(searcher, Quality("set", 1.0 + MARGIN / 2)).faults == ()
    assert "below the current" in gate.judge(searcher, Quality("set", 1.0 + MARGIN * 2)).faults[0]
    assert gate.judge(searcher, Quality("another", 2.0)).faults == ()


def test_canaries_without_their_columns_are_refused(tmp_path: Path) -> None:
    (tmp_path / "canaries.csv").write_text("question\nepa\n")
    with pytest.raises(GateRefused, match="canaries need query and slug"):
        read_gate(tmp_path, None, MODELS)


@pytest.mark.timeout(900)  # it builds an index of all the content, with the vectors of one that is there
@pytest.mark.slow
@pytest.mark.usefixtures("on_the_day_of_the_content")
def test_what_the_gate_refuses_is_published_by_force_and_says_so(run: Run, snapshots: Path, tmp_path: Path) -> None:
    content = ROOT / "content"
    copy = tmp_path / "content"
    copy.mkdir()
    for name in ("guidance", "problem-areas", "experts", "registers"):
        (copy / name).symlink_to(content / name)
    (copy / "canaries.csv").write_text(f"query,slug\n{WRONG.query},{WRONG.slug}\n")
    folder = Path(shutil.copytree(snapshots, tmp_path / "snapshots", symlinks=True))
    before = read_pointer(folder)
    code, _, err = run("index", "--content", copy, "--snapshots", folder)
    assert (code, read_pointer(folder)) == (1, before)
    assert "canary" in err
    code, out, _ = run("index", "--content", copy, "--snapshots", folder, "--force")
    assert (code, read_pointer(folder) == before) == (0, False)
    assert "forced past the gate" in out
