"""docs/quality.md from benchmarks/results/*.json: python -m benchmarks report [--run] [--sets DIR] [--data DIR].

--run measures all quality first (some minutes); scale is measured apart: python -m benchmarks speed.scale.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.parser import make_parser
from benchmarks.results.record import RESULTS, ROOT, read_results
from benchmarks.speed.scale import TARGETS, find_misses

Result = Mapping[str, Any]
Results = Mapping[str, Result]

TEXT_SETS = {
    "swefaq": "SweFAQ dev",
    "squad-sv": "SQuAD-sv, held-out articles",
    "swequad": "SweQUAD, held-out texts",
}
JUDGED_SETS = {"guidance-unseen": "unseen set", "lagesbild-dev": "lägesbild development set"}
INTRODUCTION = """# Quality

Written by `python -m benchmarks report`; do not edit. `python -m benchmarks report --run` measures all quality anew,
`python -m benchmarks speed.scale` speed and memory at size. Intervals in brackets hold 95 %, by bootstrap over queries;
differences are paired, query by query. What the sets are and who judged them stands in
`benchmarks/datasets/*/SOURCE.md`, what the model was trained on in `kb/embedding/till-handling-sv/README.md`.
"""
NOT_MEASURED = "Not measured yet.\n"


def main(arguments: Sequence[str]) -> int:
    """Measure if asked to, and write the page."""
    parser = make_parser("report", __doc__)
    parser.add_argument("--run", action="store_true", help="measure all quality before the page is written")
    parser.add_argument("--sets", type=Path, default=Path("../shared/eval"), help="the sets that are not kept here")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="the training data's archives")
    parser.add_argument("--results", type=Path, default=RESULTS)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "quality.md")
    chosen = parser.parse_args(arguments)
    if chosen.run:
        from benchmarks.report.runs import run_all

        run_all(chosen.sets, chosen.data, chosen.results)
    chosen.out.write_text(write_report(read_results(chosen.results)), encoding="utf-8")
    print(chosen.out.name, file=sys.stderr)
    return 0


def write_report(results: Results) -> str:
    """The page; a part whose results are missing says so."""
    parts = [
        INTRODUCTION,
        "## Any texts\n\n" + _write_texts(results),
        "## The shipped content\n\n" + _write_judged(results),
        "## What each part bought\n\n" + _write_ablation(results),
        "## Is relevance a probability?\n\n" + _write_reliability(results),
        "## Beside other engines\n\n" + _write_compared(results),
        "## Speed and memory\n\n" + _write_scale(results),
        "## Runs\n\n" + _write_runs(results),
    ]
    return "\n".join(parts)


def write_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first are set to the right.

    >>> print(write_table(["way", "n"], [["a", "1"]]), end="")
    | way | n |
    |---|--:|
    | a | 1 |
    """
    lines = [list(header), *rows]
    text = [f"| {' | '.join(line)} |" for line in lines]
    return "\n".join([text[0], "|---|" + "--:|" * (len(header) - 1), *text[1:]]) + "\n"


def _write_texts(results: Results) -> str:
    """nDCG@10 of the ways, a column a set, ours against the baseline below."""
    found = {
        title: results[f"texts-{name}"]["figures"] for name, title in TEXT_SETS.items() if f"texts-{name}" in results
    }
    if not found:
        return NOT_MEASURED
    ways = list(next(iter(found.values()))["ways"])
    rows = [[way, *(_with_interval(f["ways"][way]) for f in found.values())] for way in ways]
    rows += [["ours - stems + 4-grams", *(_difference(f["ours_minus_baseline"]) for f in found.values())]]
    sizes = "; ".join(f"{title}: {f['n_queries']} questions, {f['n_texts']} texts" for title, f in found.items())
    return (
        f"nDCG@10. {sizes}. No title, no problem area: a text alone. *Stems + 4-grams* is the lexical half of ours, "
        "*RRF* the rank fusion of its two halves, *ours* the fitted fusion.\n\n" + write_table(["way", *found], rows)
    )


def _write_judged(results: Results) -> str:
    return "\n".join(_write_judged_set(name, title, results) for name, title in JUDGED_SETS.items())


def _write_judged_set(name: str, title: str, results: Results) -> str:
    if f"judged-{name}" not in results:
        return f"### The {title}\n\n{NOT_MEASURED}"
    figures = results[f"judged-{name}"]["figures"]
    kinds = [*figures["by_kind"].items(), ("**all**", figures["overall"])]
    rows = [
        [kind, str(s["n"]), _with_interval(s), _f(s["success@3"]), _f(s["recall@10"]), str(s["avoid@5"])]
        for kind, s in kinds
    ]
    refusals = figures["refusals"]
    ways = [[way, _with_interval(scores)] for way, scores in figures["ways"].items()]
    ways += [["ours - stems + 4-grams", _difference(figures["ours_minus_baseline"])]]
    return (
        f"### The {title}\n\nAs `kb eval` tells it, refusals counted as nothing found; avoid@5 counts documents that "
        "must not be suggested:\n\n"
        + write_table(["kind", "n", "nDCG@10", "success@3", "recall@10", "avoid@5"], rows)
        + f"\nRefused: {refusals['correct']} of {refusals['n_outside']} queries without an answer here, "
        f"{refusals['false']} of {refusals['n_inside']} with one.\n\nEach way when nothing is refused and what is "
        "advised against is left out:\n\n" + write_table(["way", "nDCG@10"], ways)
    )


def _write_ablation(results: Results) -> str:
    found = {t: results[f"ablation-{n}"]["figures"] for n, t in JUDGED_SETS.items() if f"ablation-{n}" in results}
    if not found:
        return NOT_MEASURED
    variants = list(next(iter(found.values())))
    header = ["variant", *(column for title in found for column in (title, "difference"))]
    rows = [
        [variant, *(cell for f in found.values() for cell in (_f(f[variant]["ndcg@10"]), _difference(f[variant])))]
        for variant in variants
    ]
    return (
        "nDCG@10 with one part taken away: fusion weights set to 0, features left out of the query, or the index built "
        "otherwise. The fusion is not fitted anew, so a difference also holds what the rest has learnt to lean on.\n\n"
        + write_table(header, rows)
    )


def _write_reliability(results: Results) -> str:
    if "reliability" not in results:
        return NOT_MEASURED
    figures = results["reliability"]["figures"]
    rows = [
        [
            f"{b['low']:.1f}-{b['high']:.1f}",
            str(b["n"]),
            *("" if b[k] is None else _f(b[k]) for k in ("told", "relevant")),
        ]
        for b in figures["bins"]
    ]
    return (
        f"On the unseen set, every document for every query ({figures['n_pairs']} pairs): the relevance told, and the "
        "share that was judged relevant (grade 1-3; a document that was not judged counts as not relevant).\n\n"
        + write_table(["relevance", "pairs", "told", "relevant"], rows)
        + f"\nBrier score {figures['brier']:.4f}; always telling the share of relevant ones gives "
        f"{figures['brier_of_mean']:.4f}.\n"
    )


def _write_compared(results: Results) -> str:
    rows = list(_compared_rows(results["compare-swefaq"]["figures"])) if "compare-swefaq" in results else []
    if not rows:
        return NOT_MEASURED
    return (
        "SweFAQ dev through `python -m benchmarks compare`, each engine in a process of its own. Ours ranks by all "
        "four ways at once, so their costs are one; txtai runs with the same embedding model.\n\n"
        + write_table(["engine", "way", "nDCG@10", "build s", "p50 ms", "peak MB"], rows)
    )


def _compared_rows(figures: Result) -> Iterator[list[str]]:
    for name, engine in figures["engines"].items():
        if "missing" in engine:
            yield [name, f"not measured: {engine['missing']}", "", "", "", ""]
            continue
        costs = [f"{engine['build_s']:.2f}", f"{engine['p50_ms']:.2f}", f"{engine['peak_mb']:.0f}"]
        for way, value in engine["ndcg@10"].items():
            yield [name, way, _f(value), *costs]


def _write_scale(results: Results) -> str:
    if "scale" not in results:
        return NOT_MEASURED
    figures = results["scale"]["figures"]
    sizes = figures["sizes"]
    names = [name for name in sizes[0] if name != "n_passages"]
    rows = [[name, *(f"{size[name]:,}" for size in sizes)] for name in names]
    misses = find_misses(figures)
    told = "".join(f"- {miss}\n" for miss in misses) if misses else "- none\n"
    return (
        "Invented documents, made by perturbing the real ones; seconds, milliseconds and MB as the names say. What is "
        "measured how stands in `benchmarks/speed/scale.py`. "
        f"Load average of the machine at the end: {figures['load_average']}.\n\n"
        f"Embedding: {figures['embedding_passages_per_s']:,} passages of 100 words a second.\n\n"
        + write_table(["figure", *(f"{size['n_passages']:,} passages" for size in sizes)], rows)
        + f"\nTargets ({len(TARGETS)}) missed:\n\n{told}"
    )


def _write_runs(results: Results) -> str:
    rows = [
        [name, f"`{r['command']}`", r["commit"], r["machine"], r["model_id"], str(r["seed"])]
        for name, r in _runs(results)
    ]
    return "The command is the one that the commit had.\n\n" + write_table(
        ["result", "command", "commit", "machine", "model", "seed"], rows
    )


def _runs(results: Results) -> list[tuple[str, Result]]:
    """The results of this page's form; others keep their own."""
    return [(name, result) for name, result in results.items() if {"figures", "command", "model_id"} <= set(result)]


def _with_interval(scores: Result) -> str:
    low, high = scores["interval"]
    return f"{scores['ndcg@10']:.3f} [{low:.3f}, {high:.3f}]"


def _difference(compared: Result) -> str:
    low, high = compared["interval"]
    return f"{compared['difference']:+.3f} [{low:+.3f}, {high:+.3f}]"


def _f(value: float) -> str:
    return f"{value:.3f}"
