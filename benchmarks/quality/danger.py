"""How well somebody in danger is told from a query: python -m benchmarks danger [--set FILE] [--snapshots DIR]."""

import json
from collections.abc import Sequence
from pathlib import Path

from benchmarks.parser import make_parser
from benchmarks.results.record import ROOT
from kb.embedding.load import load_embedder
from kb.models.models import load_models
from kb.search.open_searcher import open_searcher
from kb.search.searcher import Searcher
from kb.snapshot.open_snapshot import open_current
from kb.vocabulary import Risk

UNSEEN = ROOT / "benchmarks" / "datasets" / "danger" / "unseen.jsonl"
Judged = Sequence[tuple[str, Risk | None]]


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    parser = make_parser("danger", __doc__)
    parser.add_argument("--set", type=Path, default=UNSEEN)
    parser.add_argument("--snapshots", type=Path, default=Path("snapshots"))
    chosen = parser.parse_args(arguments)
    searcher = open_searcher(open_current(chosen.snapshots), load_embedder(), load_models())
    for line in list_figures(searcher, read_judged(chosen.set)):
        print(line)
    return 0


def read_judged(path: Path) -> Judged:
    """The queries of the file with what each tells of."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [(row["text"], row["risk"]) for row in rows]


def list_figures(searcher: Searcher, judged: Judged) -> list[str]:
    """What was told, what was told of the right kind, and what was told without cause."""
    found = [(risk, searcher.find_risks(searcher.analyse(text).vector[None])) for text, risk in judged]
    dangerous = [(risk, told) for risk, told in found if risk]
    calm = [told for risk, told in found if not risk]
    n_told, n_right = sum(bool(told) for _, told in dangerous), sum(risk in told for risk, told in dangerous)
    return [
        f"in danger {len(dangerous)}  told {n_told}  of the right kind {n_right}",
        f"nobody in danger {len(calm)}  told without cause {sum(map(bool, calm))}",
    ]
