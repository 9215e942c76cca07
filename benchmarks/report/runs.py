"""All quality runs, each written as a result of its own: a set that is not at hand keeps the result it had."""

import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.datasets.convert import read_swefaq, write_beir
from benchmarks.datasets.shipped import GUIDANCE_UNSEEN
from benchmarks.engines.compare import compare_engines
from benchmarks.quality.guidance import measure_ablation, measure_judged, measure_reliability, open_content
from benchmarks.quality.text_sets import measure_texts
from benchmarks.results.record import describe_run, write_result
from kb.embedding.load import load_embedder
from kb.evaluation.beir import read_dataset
from kb.evaluation.judged import read_judged
from training.sources import Pair, read_squad, read_swequad

COMMAND = "python -m benchmarks report --run"


def run_all(sets: Path, data: Path, results: Path) -> None:
    """Measure everything but scale, and write it into results.

    sets : folder with swefaq_dev.jsonl and lagesbild_dev.jsonl; data: folder with the training data's archives
    """
    embedder = load_embedder()
    run = describe_run(COMMAND, embedder.model_id)

    def write(name: str, measure: Callable[[], dict[str, Any]]) -> None:
        print(f"{name} ...", file=sys.stderr)
        write_result(name, run, measure(), results)

    for name, source, read in _text_sources(sets, data):
        if not source.exists():
            print(f"{name}: {source} is not at hand; its result stays as it was", file=sys.stderr)
            continue
        with tempfile.TemporaryDirectory() as folder:
            write_beir(read(), Path(folder) / name)
            dataset = read_dataset(Path(folder) / name)
        write(f"texts-{name}", partial(measure_texts, dataset, embedder))
        if name == "swefaq":
            write("compare-swefaq", partial(compare_engines, dataset))
    searcher = open_content(embedder)
    for name, path in (("guidance-unseen", GUIDANCE_UNSEEN), ("lagesbild-dev", sets / "lagesbild_dev.jsonl")):
        if not path.is_file():
            print(f"{name}: {path} is not at hand; its results stay as they were", file=sys.stderr)
            continue
        queries = read_judged(path)
        write(f"judged-{name}", partial(measure_judged, searcher, queries))
        write(f"ablation-{name}", partial(measure_ablation, searcher, queries))
        if path == GUIDANCE_UNSEEN:
            write("reliability", partial(measure_reliability, searcher, queries))


def _text_sources(sets: Path, data: Path) -> list[tuple[str, Path, Callable[[], Iterable[Pair]]]]:
    swefaq = sets / "swefaq_dev.jsonl"
    return [
        ("swefaq", swefaq, lambda: read_swefaq(swefaq)),
        ("squad-sv", data / "squad_sv_dev.json.bz2", lambda: read_squad(data, "measuring")),
        ("swequad", data / "swequad_mc_training.json.bz2", lambda: read_swequad(data, "measuring")),
    ]
