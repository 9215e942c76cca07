"""Speed and memory at size: python -m benchmarks speed.scale [--passages 10000 100000] [--json] [--out FOLDER].

A library of so many guidance passages is made by perturbing the real one (`enlarge`), built and opened through the
core functions that `indexer.publish` calls (build_snapshot of indexer.build, open_snapshot of kb.snapshot): reading so
many Markdown files is not measured. An unchanged rebuild is what publish does then: hash the documents, find the
snapshot of that hash, verify and open it. An edit builds anew with the vectors of what has not changed. Searches go
through kb.search.searcher.Searcher.search_guidance, ten hits with highlights and facets, on the judged queries after
one round unmeasured; the short queries are those of at most eight words. CPU time beside wall time tells what other
work on the machine cost. Each step is a process of its own.
"""

import hashlib
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.datasets.shipped import GUIDANCE_UNSEEN
from benchmarks.parser import make_parser
from benchmarks.results.record import RESULTS, ROOT, SEED, describe_run, write_result
from benchmarks.speed.apart import run_apart

CONTENT = ROOT / "content"
SHORT_WORDS = 8
N_EMBEDDED = 10_000
WORDS_PER_PASSAGE = 100
TARGETS = {
    "embedding_passages_per_s": (">=", 5000, None),
    "search_p50_ms_at_10000": ("<", 2, 10_000),
    "search_p50_ms_at_100000": ("<", 10, 100_000),
    "build_s": ("<", 180, 100_000),
    "build_peak_mb": ("<", 3000, 100_000),
    "unchanged_share": ("<", 0.1, None),
}
"""Figure -> how it should stand to what, and at which size; None: at every size."""

Figures = dict[str, Any]


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    parser = make_parser("speed.scale", __doc__)
    parser.add_argument("--passages", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--out", type=Path, default=RESULTS, help="folder that scale.json is written into")
    chosen = parser.parse_args(arguments)
    embedding, _ = run_apart(measure_embedding)
    sizes = []
    for n_passages in chosen.passages:
        with tempfile.TemporaryDirectory() as folder:
            sizes.append(measure_size(n_passages, Path(folder)))
            print(f"{n_passages} passages: measured", file=sys.stderr)
    load = round(os.getloadavg()[0], 1)
    figures = {"embedding_passages_per_s": embedding["passages_per_s"], "load_average": load, "sizes": sizes}
    sizes_given = " ".join(map(str, chosen.passages))
    run = describe_run(f"python -m benchmarks speed.scale --passages {sizes_given}", embedding["model_id"])
    write_result("scale", run, figures, chosen.out)
    print(json.dumps({**run, "figures": figures}, indent=2) if chosen.json else tell(figures))
    return 0


def measure_size(n_passages: int, folder: Path) -> Figures:
    """All figures of one size; folder is empty and is written into."""
    built, build_peak = run_apart(measure_build, n_passages, folder)
    again, _ = run_apart(measure_rebuilds, n_passages, folder)
    searched, search_peak = run_apart(measure_search, folder)
    return {
        "n_passages": n_passages,
        **built,
        "build_peak_mb": build_peak,
        **again,
        "unchanged_share": round(again["unchanged_s"] / built["build_s"], 4),
        "edit_share": round(again["edit_s"] / built["build_s"], 4),
        **searched,
        "search_peak_mb": search_peak,
    }


def measure_embedding() -> Figures:
    """Passages of WORDS_PER_PASSAGE words a second, of the real content's words."""
    from kb.embedding.load import load_embedder

    embedder = load_embedder()
    words = [word for d in _read_plan().library.guidance for s in d.sections for word in s.text.split()]
    starts = [(i * 37) % (len(words) - WORDS_PER_PASSAGE) for i in range(N_EMBEDDED)]
    passages = [" ".join(words[start : start + WORDS_PER_PASSAGE]) for start in starts]
    embedder.embed_passages(passages[:100])
    elapsed_s = _time_s(lambda: embedder.embed_passages(passages))
    return {"passages_per_s": round(N_EMBEDDED / elapsed_s), "model_id": embedder.model_id}


def measure_build(n_passages: int, folder: Path) -> Figures:
    """Seconds to build a snapshot into folder / "full" and to open it, which verifies it."""
    from indexer.build import build_snapshot
    from kb.embedding.load import load_embedder
    from kb.snapshot.open_snapshot import open_snapshot

    plan, embedder = _enlarge_plan(n_passages), load_embedder()
    (folder / "full").mkdir()
    write_s = _time_s(lambda: build_snapshot(plan, embedder, folder / "full", None, _be_quiet))
    open_s = _time_s(lambda: open_snapshot(folder / "full"))
    return {
        "n_documents": len(plan.library.guidance),
        "build_s": round(write_s + open_s, 2),
        "open_s": round(open_s, 2),
    }


def measure_rebuilds(n_passages: int, folder: Path) -> Figures:
    """Seconds to publish the same library again, and one of which a document's summary has changed."""
    from indexer.build import build_snapshot
    from kb.embedding.load import load_embedder
    from kb.snapshot.open_snapshot import open_snapshot

    plan, embedder = _enlarge_plan(n_passages), load_embedder()

    def publish_unchanged() -> None:
        hashlib.sha256(msgspec.json.encode((plan.library, plan.registers), order="sorted")).hexdigest()
        open_snapshot(folder / "full")

    first, *others = plan.library.guidance
    edited = replace(first, summary=f"{first.summary} Ändrad.")
    changed = replace(plan, library=replace(plan.library, guidance=(edited, *others)), snapshot_id="edited")
    (folder / "edited").mkdir()

    def publish_edited() -> None:
        known = open_snapshot(folder / "full")
        build_snapshot(changed, embedder, folder / "edited", known, _be_quiet)
        open_snapshot(folder / "edited")

    return {"unchanged_s": round(_time_s(publish_unchanged), 2), "edit_s": round(_time_s(publish_edited), 2)}


def measure_search(folder: Path) -> Figures:
    """Milliseconds of a warm search, over all judged queries and over the short ones."""
    from kb.embedding.load import load_embedder
    from kb.evaluation.judged import read_judged
    from kb.models.models import load_models
    from kb.search.open_searcher import open_searcher
    from kb.snapshot.open_snapshot import open_snapshot

    searcher = open_searcher(open_snapshot(folder / "full"), load_embedder(), load_models())
    texts = [query.query for query in read_judged(GUIDANCE_UNSEEN) if query.relevant]
    for text in texts:
        searcher.search_guidance(text)
    elapsed_ms, cpu_ms = [], []
    for text in texts:
        started, cpu_started = time.perf_counter(), time.process_time()
        searcher.search_guidance(text)
        elapsed_ms.append((time.perf_counter() - started) * 1000)
        cpu_ms.append((time.process_time() - cpu_started) * 1000)
    short = [ms for text, ms in zip(texts, elapsed_ms, strict=True) if len(text.split()) <= SHORT_WORDS]
    return {
        "n_queries": len(texts),
        "search_p50_ms": round(statistics.median(elapsed_ms), 2),
        "search_p95_ms": round(statistics.quantiles(elapsed_ms, n=20)[-1], 2),
        "search_cpu_p50_ms": round(statistics.median(cpu_ms), 2),
        "n_short_queries": len(short),
        "short_search_p50_ms": round(statistics.median(short), 2),
        "short_search_p95_ms": round(statistics.quantiles(short, n=20)[-1], 2),
    }


def find_misses(figures: Mapping[str, Any]) -> list[str]:
    """The targets that the figures miss, each as "figure value, target"; those of sizes not measured are left out."""
    misses = []
    for name, (sign, bound, size) in TARGETS.items():
        key = name.split("_at_")[0]
        rows = [figures] if key in figures else [r for r in figures["sizes"] if size in (None, r["n_passages"])]
        for row in rows:
            value = row[key]
            if not (value < bound if sign == "<" else value >= bound):
                at = f" at {row['n_passages']} passages" if "n_passages" in row else ""
                misses.append(f"{key}{at} {value}, target {sign} {bound}")
    return misses


def tell(figures: Mapping[str, Any]) -> str:
    """The figures as text, the missed targets last."""
    lines = [f"embedding {figures['embedding_passages_per_s']} passages of {WORDS_PER_PASSAGE} words a second"]
    for size in figures["sizes"]:
        lines += [f"{size['n_passages']} passages in {size['n_documents']} documents"]
        lines += [f"  {name:22} {value}" for name, value in size.items() if not name.startswith("n_")]
    return "\n".join([*lines, *(f"missed: {miss}" for miss in find_misses(figures))])


def _read_plan() -> Any:
    from indexer.build import plan_snapshot
    from indexer.content.read_content import read_as_reviewed

    return plan_snapshot(read_as_reviewed(CONTENT), "scale")


def _enlarge_plan(n_passages: int) -> Any:
    from benchmarks.speed.enlarge import enlarge

    plan = _read_plan()
    return replace(plan, library=enlarge(plan.library, n_passages, SEED), snapshot_id="full")


def _time_s(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _be_quiet(*_: object) -> None:
    """No progress is told."""
