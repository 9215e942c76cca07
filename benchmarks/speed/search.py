"""How long a warm search takes: python -m benchmarks speed.search [--snapshots FOLDER]."""

import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.datasets.shipped import GUIDANCE_UNSEEN
from benchmarks.parser import make_parser
from kb.embedding.load import load_embedder
from kb.evaluation.judged import read_judged
from kb.models.models import load_models
from kb.search.open_searcher import open_searcher
from kb.snapshot.open_snapshot import open_current

N_ROUNDS = 5


def main(arguments: Sequence[str]) -> int:
    """Print the median and the 95th percentile over all queries."""
    parser = make_parser("speed.search", __doc__)
    parser.add_argument("--snapshots", type=Path, default=Path("snapshots"))
    searcher = open_searcher(open_current(parser.parse_args(arguments).snapshots), load_embedder(), load_models())
    texts = [query.query for query in read_judged(GUIDANCE_UNSEEN) if query.relevant]
    for text in texts:
        searcher.search_guidance(text)
    elapsed_ms = [_time_ms(searcher.search_guidance, text) for _ in range(N_ROUNDS) for text in texts]
    manifest = searcher.snapshot.manifest
    size = f"{manifest.n_documents['guidance']} documents, {manifest.n_passages['guidance']} passages"
    print(f"{size}, {len(texts)} queries")
    print(f"p50 {statistics.median(elapsed_ms):.1f} ms, p95 {statistics.quantiles(elapsed_ms, n=20)[-1]:.1f} ms")
    return 0


def _time_ms(search: Callable[[str], object], text: str) -> float:
    started = time.perf_counter()
    search(text)
    return (time.perf_counter() - started) * 1000
