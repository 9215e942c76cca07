"""Fit the models that turn signals into relevance: python -m training.fit_fusion JUDGED.jsonl... --content content.

Guidance is fitted on judged descriptions (grade 3 counts 1, 2 counts 0.8, 1 counts 0.4), problem areas on how people
ask for areas and for the methods that are for them, experts on the areas' phrasings against the areas they declare. A
phrasing is never scored by an index that holds it: five builds each leave out a fifth of the phrasings.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from indexer.build import build_indexes, plan_snapshot
from indexer.read_content import read_content
from kb.documents import Library, Phrasings
from kb.embedding.embedder import Embedder
from kb.embedding.load import load_embedder
from kb.evaluation.judged import JudgedQuery, read_judged
from kb.retrieval.fusion import COEFFICIENTS, load_fusion
from kb.retrieval.search import open_searcher
from kb.retrieval.signals import SIGNALS
from kb.snapshot import Manifest, Snapshot

COMMAND = "python -m training.fit_fusion training/data/judged.jsonl --outside training/data/outside.txt"
N_FOLDS = 5
RIDGE = 0.001
MAX_FALSE_REFUSALS = 0.02
METHOD_AREA_LABEL = 0.7
EXPERT_LABEL = 0.5
"""Every expert who declares an area may be asked about it, but few are the best one to ask."""
GRADE_LABELS = {1: 0.4, 2: 0.8, 3: 1.0}


@dataclass(frozen=True, slots=True)
class Example:
    """A query and how relevant each document of a collection is to it, in [0, 1]; absent: 0."""

    text: str
    labels: dict[str, float]
    fold: int


def fit_logistic(signals: NDArray[np.float64], labels: NDArray[np.float64]) -> NDArray[np.float64]:
    """The ridge logistic coefficients, intercept last, of labels in [0, 1]."""
    scale = signals.std(axis=0) + 1e-9
    rows = np.hstack([signals / scale, np.ones((len(signals), 1))])
    penalty = np.append(np.full(signals.shape[1], RIDGE), 0.0)

    def loss(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        z = rows @ w
        value = (np.logaddexp(0, z) - labels * z).mean() + (penalty * w**2).sum() / 2
        return value, rows.T @ (1 / (1 + np.exp(-z)) - labels) / len(labels) + penalty * w

    found = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B").x
    return np.append(found[:-1] / np.where(signals.std(axis=0) > 0, scale, np.inf), found[-1])


def main() -> None:
    """Fit the three models and write them with their training record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("judged", type=Path, nargs="+")
    parser.add_argument("--outside", type=Path, required=True, help="queries without an answer, one a line")
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--model", type=Path, default=None)
    parser.add_argument("--out", type=Path, default=COEFFICIENTS)
    arguments = parser.parse_args()
    bench = Bench(arguments.content, load_embedder(arguments.model))
    judged = [query for path in arguments.judged for query in read_judged(path)]
    outside = arguments.outside.read_text(encoding="utf-8").splitlines()
    fit_collection(bench, "problem-areas", _area_examples(bench.library), arguments.out)
    fit_collection(bench, "guidance", _judged_examples(judged, outside), arguments.out)
    fit_collection(bench, "experts", _expert_examples(bench.library), arguments.out)


class Bench:
    """Searchers over the content, each with a fifth of the phrasings left out."""

    def __init__(self, content: Path, embedder: Embedder) -> None:
        read = read_content(content, date.today())
        plan = plan_snapshot(read, embedder.model_id)
        self.library = plan.library
        self.searchers = []
        for fold in range(N_FOLDS):
            library = _without_fold(plan.library, fold)
            manifest = Manifest(0, f"fold-{fold}", "", embedder.model_id, embedder.dim, {}, {}, "", {})
            snapshot = Snapshot(
                manifest,
                {d.slug: d for d in library.guidance},
                {d.slug: d for d in library.problem_areas},
                {d.slug: d for d in library.experts},
                plan.registers,
                build_indexes(library, embedder, {}, lambda *_: None),
            )
            self.searchers.append(open_searcher(snapshot, embedder))

    def signals(self, collection: str, example: Example) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """The signals (n_candidates, n_signals) and labels (n_candidates,) of one example."""
        searcher = self.searchers[example.fold]
        query = searcher.analyse(example.text)
        if collection == "problem-areas":
            candidates = searcher.gather_areas(query)
        else:
            candidates, _ = searcher.score(collection, query, searcher.rate_areas(query))
        slugs = searcher.snapshot.indexes[collection].slugs
        labels = np.array([example.labels.get(slugs[i], 0.0) for i in candidates.documents])
        return candidates.signals.astype(np.float64), labels


def fit_collection(bench: Bench, collection: str, examples: Sequence[Example], out: Path) -> None:
    """Fit one collection's model, choose its threshold, write both with what they were measured at."""
    found = [bench.signals(collection, example) for example in examples]
    signals, labels = [rows for rows, _ in found], [wanted for _, wanted in found]
    coefficients = fit_logistic(np.concatenate(signals), np.concatenate(labels))
    best = [float(_relevance(rows, coefficients).max(initial=0.0)) for rows in signals]
    threshold = _choose_threshold(best, [bool(example.labels) for example in examples])
    write_record(describe_fit(coefficients, signals, labels, threshold, COMMAND), out / f"{collection}.json")
    load_fusion.cache_clear()


def describe_fit(
    coefficients: NDArray[np.float64],
    signals: Sequence[NDArray[np.float64]],
    labels: Sequence[NDArray[np.float64]],
    threshold: float,
    command: str,
) -> dict[str, object]:
    """The coefficients with their training record; signals and labels are given per query."""
    wanted = np.concatenate(labels)
    relevance = _relevance(np.concatenate(signals), coefficients)
    best = [float(_relevance(rows, coefficients).max(initial=0.0)) for rows in signals]
    has_answer = [bool(of_query.any()) for of_query in labels]
    return {
        "weights": {name: round(float(w), 4) for name, w in zip(SIGNALS, coefficients[:-1], strict=True)},
        "intercept": round(float(coefficients[-1]), 4),
        "threshold": round(threshold, 3),
        "training": {
            "command": command,
            "n_queries": len(signals),
            "n_outside": has_answer.count(False),
            "n_pairs": len(wanted),
            "brier": round(float(((relevance - wanted) ** 2).mean()), 4),
            "brier_of_mean": round(float(((wanted.mean() - wanted) ** 2).mean()), 4),
            "refused_outside": _count_below(best, has_answer, threshold, answered=False),
            "refused_inside": _count_below(best, has_answer, threshold, answered=True),
        },
    }


def write_record(record: dict[str, object], path: Path) -> None:
    """Write the coefficients and their training record."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    print(path.stem, json.dumps(record))


def _relevance(signals: NDArray[np.float64], coefficients: NDArray[np.float64]) -> NDArray[np.float64]:
    result: NDArray[np.float64] = 1 / (1 + np.exp(-(signals @ coefficients[:-1] + coefficients[-1])))
    return result


def _choose_threshold(best: Sequence[float], has_answer: Sequence[bool]) -> float:
    """The highest relevance that refuses at most MAX_FALSE_REFUSALS of the queries with an answer."""
    answered = sorted(b for b, answer in zip(best, has_answer, strict=True) if answer)
    return answered[int(MAX_FALSE_REFUSALS * len(answered))]


def _count_below(best: Sequence[float], has_answer: Sequence[bool], threshold: float, *, answered: bool) -> int:
    return sum(bool(b < threshold) for b, answer in zip(best, has_answer, strict=True) if answer is answered)


def _without_fold(library: Library, fold: int) -> Library:
    def keep(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(text for position, text in enumerate(texts) if position % N_FOLDS != fold)

    def cut(phrasings: Phrasings) -> Phrasings:
        return Phrasings(keep(phrasings.sv), keep(phrasings.en))

    return replace(
        library,
        guidance=tuple(replace(d, asked_as=cut(d.asked_as)) for d in library.guidance),
        problem_areas=tuple(replace(d, asked_as=cut(d.asked_as)) for d in library.problem_areas),
    )


def _judged_examples(judged: Sequence[JudgedQuery], outside: Sequence[str]) -> list[Example]:
    examples = [
        Example(query.query, {slug: GRADE_LABELS[grade] for slug, grade in query.relevant.items()}, position % N_FOLDS)
        for position, query in enumerate(judged)
    ]
    return examples + [Example(text, {}, position % N_FOLDS) for position, text in enumerate(outside) if text]


def _area_examples(library: Library) -> list[Example]:
    """How people ask for an area, and for a method, which is labelled with the areas that it is for."""
    labelled = [(area.asked_as, {area.slug: 1.0}) for area in library.problem_areas]
    labelled += [
        (document.asked_as, dict.fromkeys(document.primary_areas, METHOD_AREA_LABEL)) for document in library.guidance
    ]
    return [
        Example(text, labels, position % N_FOLDS)
        for phrasings, labels in labelled
        for texts in (phrasings.sv, phrasings.en)
        for position, text in enumerate(texts)
    ]


def _expert_examples(library: Library) -> list[Example]:
    """How people ask for an area; the experts who declare the area, out of all, are what is wanted."""
    examples = []
    for area in library.problem_areas:
        labels = {expert.slug: EXPERT_LABEL for expert in library.experts if area.slug in expert.problem_areas}
        for position, text in enumerate(area.asked_as.sv):
            examples.append(Example(text, labels, position % N_FOLDS))
    return examples


if __name__ == "__main__":
    main()
