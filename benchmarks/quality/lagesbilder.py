"""How well problems are found in whole descriptions: python -m benchmarks lagesbilder FOLDER... [--json] [--misses].

A folder holds NAME.md and NAME.json, as `benchmarks/datasets/lagesbilder` does. A problem found is right when it holds
a quote of a judged problem that no better found problem has taken; nDCG@10 is of the search with the problem's own
passages, per judged problem; the statute's parts are right when all three agree.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.parser import make_parser
from kb.embedding.load import load_embedder
from kb.evaluation.metrics import ndcg
from kb.models.models import load_models
from kb.problems.problem import Problem
from kb.problems.read_problems import read_problems
from kb.problems.statute import PARTS
from kb.search.open_searcher import open_searcher
from kb.search.searcher import Searcher
from kb.snapshot.open_snapshot import open_current

PART_NAMES = {"kartläggning": "kartlaggning", "annan information": "annan_information", "analys": "analys"}
DEPTH = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Of one document: problems found rightly, found at all, judged; nDCG per judged problem; statute parts right."""

    name: str
    n_right: int
    n_found: int
    n_judged: int
    ndcg: tuple[float, ...]
    statute_right: bool
    misses: tuple[str, ...]


def measure(name: str, text: str, judged: Mapping[str, Any], searcher: Searcher) -> Outcome:
    """The outcome on one document."""
    reading = read_problems(text, searcher)
    found = reading.problems
    taken = _pair(found, judged["problems"])
    rankings = [
        ndcg(_rank(found[i].text if i is not None else _quotes(problem)[0], searcher), problem["slugs"], DEPTH)
        for problem, i in zip(judged["problems"], taken, strict=True)
    ]
    parts = {PART_NAMES[part.part]: part.is_found for part in reading.statute}
    right = [i for i in taken if i is not None]
    misses = [f"missed: {p['title']}" for p, i in zip(judged["problems"], taken, strict=True) if i is None]
    misses += [f"false: {p.title}: {p.units[0].text[:80]}" for i, p in enumerate(found) if i not in right]
    misses += [f"statute: {part} {parts[PART_NAMES[part]]}" for part in PARTS if _wrong(part, parts, judged)]
    statute_right = not any(_wrong(part, parts, judged) for part in PARTS)
    return Outcome(
        name=name,
        n_right=len(right),
        n_found=len(found),
        n_judged=len(taken),
        ndcg=tuple(rankings),
        statute_right=statute_right,
        misses=tuple(misses),
    )


def _wrong(part: str, parts: Mapping[str, bool], judged: Mapping[str, Any]) -> bool:
    return bool(parts[PART_NAMES[part]] != judged["statutory_parts_present"][PART_NAMES[part]])


def _quotes(problem: Mapping[str, Any]) -> list[str]:
    return [str(quote) for quote in problem.get("evidence_quotes") or [problem["evidence_quote"]]]


def _pair(found: Sequence[Problem], judged: Sequence[Mapping[str, Any]]) -> list[int | None]:
    """For each judged problem the found one that holds most of its quotes, each found one once."""
    counts = np.array([[sum(_holds(f, q) for q in _quotes(j)) for f in found] for j in judged]).reshape(len(judged), -1)
    taken: list[int | None] = [None] * len(judged)
    while counts.size and counts.max() > 0:
        row, column = np.unravel_index(int(counts.argmax()), counts.shape)
        taken[int(row)] = int(column)
        counts[row, :] = 0
        counts[:, column] = 0
    return taken


def _holds(problem: Problem, quote: str) -> bool:
    flat = " ".join(problem.text.split())
    return " ".join(quote.replace("|", " ").split()) in flat


def _rank(text: str, searcher: Searcher) -> list[str]:
    return [hit.document.slug for hit in searcher.search_guidance(text, n=DEPTH).hits]


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    parser = make_parser("lagesbilder", __doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--snapshots", type=Path, default=Path("snapshots"))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true")
    chosen = parser.parse_args(arguments)
    searcher = open_searcher(open_current(chosen.snapshots), load_embedder(), load_models())
    outcomes = []
    for path in sorted(p for folder in chosen.folders for p in folder.glob("*.json")):
        text = path.with_suffix(".md").read_text(encoding="utf-8")
        outcomes.append(measure(path.stem, text, json.loads(path.read_text(encoding="utf-8")), searcher))
    summary = _summarise(outcomes)
    if chosen.json:
        print(json.dumps(summary, indent=2))
        return 0
    for outcome in outcomes:
        print(
            f"{outcome.name:16} {outcome.n_right} right of {outcome.n_found} found, {outcome.n_judged} judged; "
            f"nDCG@10 {np.mean(outcome.ndcg):.2f}; statute {'right' if outcome.statute_right else 'wrong'}"
        )
        if chosen.misses:
            print("\n".join(f"    {miss}" for miss in outcome.misses))
    print("  ".join(f"{name} {value}" for name, value in summary.items()))
    return 0


def _summarise(outcomes: Sequence[Outcome]) -> dict[str, float]:
    right, found, judged = (sum(getattr(o, name) for o in outcomes) for name in ("n_right", "n_found", "n_judged"))
    precision, recall = right / max(1, found), right / max(1, judged)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    every = [value for outcome in outcomes for value in outcome.ndcg]
    return {
        "documents": len(outcomes),
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "f1": round(f1, 3),
        "ndcg@10": round(float(np.mean(every)), 3),
        "statute_right": sum(outcome.statute_right for outcome in outcomes),
    }
