"""Other engines and ours on one set in BEIR form: python -m benchmarks compare DATASET_DIR [--json] [--out FOLDER].

Every engine runs in a process of its own and gets the same texts and queries: nDCG@10, seconds to build the index (its
library loaded; reading the embedding model, where there is one, counts), the median milliseconds of a warm query, and
the peak memory of the process. An engine whose library is not installed is told with the reason (pip install
'till-handling[benchmarks]').
"""

import json
import statistics
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.engines.engine import ENGINES, build_engine
from benchmarks.parser import make_parser
from benchmarks.results.record import RESULTS, describe_run, write_result
from benchmarks.speed.apart import run_apart
from kb.evaluation.beir import Dataset, read_dataset

DEPTH = 10
N_ROUNDS = 3
WARMING_CORPUS = {"a": ("", "Skolan och torget"), "b": ("", "En gata")}


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    parser = make_parser("compare", __doc__)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--out", type=Path, default=RESULTS, help="folder that compare-NAME.json is written into")
    chosen = parser.parse_args(arguments)
    try:
        dataset = read_dataset(chosen.dataset)
    except ValueError as error:
        print(f"benchmarks compare: {error}", file=sys.stderr)
        return 1
    figures = compare_engines(dataset)
    model_id, _ = run_apart(find_model_id)
    run = describe_run(f"python -m benchmarks compare {dataset.name}", model_id)
    write_result(f"compare-{dataset.name}", run, figures, chosen.out)
    print(json.dumps({**run, "figures": figures}, indent=2, ensure_ascii=False) if chosen.json else tell(figures))
    return 0


def compare_engines(dataset: Dataset) -> dict[str, Any]:
    """The figures of every engine; of one that cannot run, why."""
    engines = {}
    for name in ENGINES:
        figures, peak_mb = run_apart(measure_engine, name, dataset)
        engines[name] = figures if "missing" in figures else {**figures, "peak_mb": peak_mb}
    return {"n_queries": len(dataset.queries), "n_texts": len(dataset.corpus), "engines": engines}


def measure_engine(name: str, dataset: Dataset) -> dict[str, Any]:
    """Build, rank and judge with one engine; {"missing": why} when its library cannot be imported."""
    from kb.evaluation.metrics import ndcg

    try:
        build_engine(name, WARMING_CORPUS)  # so that loading a library is not building an index
    except ImportError as error:
        return {"missing": f"{error}; pip install 'till-handling[benchmarks]'"}
    started = time.perf_counter()
    engine = build_engine(name, dataset.corpus)
    build_s = time.perf_counter() - started
    rankings = {query_id: engine.rank(text, DEPTH) for query_id, text in dataset.queries.items()}
    ways: dict[str, list[float]] = {}
    for query_id, by_way in rankings.items():
        for way, ranking in by_way.items():
            ways.setdefault(way, []).append(ndcg(ranking, dataset.judgements[query_id], DEPTH))
    elapsed_ms = [_time_ms(engine.rank, text) for _ in range(N_ROUNDS) for text in dataset.queries.values()]
    return {
        "ndcg@10": {way: round(statistics.mean(values), 4) for way, values in ways.items()},
        "build_s": round(build_s, 3),
        "p50_ms": round(statistics.median(elapsed_ms), 3),
    }


def find_model_id() -> str:
    """The id of the default model."""
    from kb.embedding.load import load_embedder

    return load_embedder().model_id


def tell(figures: Mapping[str, Any]) -> str:
    """The figures as a table."""
    lines = [f"{'engine':24} {'way':8} nDCG@10  build s  p50 ms  peak MB"]
    for name, engine in figures["engines"].items():
        if "missing" in engine:
            lines.append(f"{name:24} not measured: {engine['missing']}")
            continue
        costs = f"{engine['build_s']:7.2f}  {engine['p50_ms']:6.2f}  {engine['peak_mb']:7.0f}"
        lines += [f"{name:24} {way:8} {value:7.3f}  {costs}" for way, value in engine["ndcg@10"].items()]
    return "\n".join(lines)


def _time_ms(rank: Any, text: str) -> float:
    started = time.perf_counter()
    rank(text, DEPTH)
    return (time.perf_counter() - started) * 1000
