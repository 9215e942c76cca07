"""Fit the models that turn signals into relevance and a refusal: python -m training.fit_fusion JUDGED.jsonl...

Guidance is fitted on judged descriptions (grade 3 counts 1, 2 counts 0.8, 1 counts 0.4), problem areas on how people
ask for areas and for the methods that are for them, experts on the areas' phrasings against the areas they declare.
Whether there is an answer is fitted on the same descriptions and on how people ask, against the content's topics
without an answer. Nothing is scored by an index or a domain that holds it: five builds each leave out a fifth of the
phrasings and of the topics.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.build import build_domain, build_indexes, hold_snapshot, plan_snapshot
from indexer.read_content import read_content
from kb.documents import Library, Phrasings
from kb.embedding.embedder import Embedder
from kb.embedding.load import load_embedder
from kb.evaluation.judged import JudgedQuery, read_judged
from kb.retrieval.answerability import load_answerability
from kb.retrieval.fusion import COEFFICIENTS, load_fusion
from kb.retrieval.logistic import fit_logistic
from kb.retrieval.search import Searcher, open_searcher
from kb.retrieval.signals import TEXT_SIGNALS
from kb.snapshot import Manifest
from training.record import choose_signals, describe_fit, relevance_of, write_record

COMMAND = "python -m training.fit_fusion training/data/judged.jsonl"
N_FOLDS = 5
RIDGE = 0.001
ANSWER_RIDGE = 0.003
FEATURES = ("relevance", "area", "lexical", "cosine", "domain")
MAX_FALSE_REFUSALS = 0.014
METHOD_AREA_LABEL = 0.7
EXPERT_LABEL = 0.5
"""Every expert who declares an area may be asked about it, but few are the best one to ask."""
PHRASING_STEP = 4
"""Of the guidance's phrasings one in so many stands beside the judged descriptions when the refusal is fitted."""
STANDING = (
    "relative_lexical",
    "relative_lexical_phrasing",
    "relative_cosine_title",
    "relative_cosine_body",
    "relative_cosine_phrasing",
    "areas",
    "feedback",
)
USED = {"guidance": STANDING, "experts": STANDING, "problem-areas": (*TEXT_SIGNALS, "query_length")}
"""The signals of each model. Areas are rated on their own, so as they are; documents by how they stand among others."""
GRADE_LABELS = {1: 0.4, 2: 0.8, 3: 1.0}


@dataclass(frozen=True, slots=True)
class Example:
    """A query and how relevant each document of a collection is to it, in [0, 1]; absent: 0."""

    text: str
    labels: dict[str, float]
    fold: int


def main() -> None:
    """Fit all models and write them with their training record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("judged", type=Path, nargs="+")
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--model", type=Path, default=None)
    parser.add_argument("--out", type=Path, default=COEFFICIENTS)
    arguments = parser.parse_args()
    bench = Bench(arguments.content, load_embedder(arguments.model))
    judged = [query for path in arguments.judged for query in read_judged(path)]
    fit_collection(bench, "problem-areas", _area_examples(bench.library), arguments.out)
    fit_collection(bench, "guidance", _judged_examples(judged), arguments.out)
    fit_collection(bench, "experts", _expert_examples(bench.library), arguments.out)
    fit_answerability(bench, judged, arguments.out)


class Bench:
    """Searchers over the content, each with a fifth of the phrasings and outside topics left out."""

    def __init__(self, content: Path, embedder: Embedder) -> None:
        read = read_content(content, date.today())
        plan = plan_snapshot(read, embedder.model_id)
        self.library = plan.library
        self.searchers = []
        for fold in range(N_FOLDS):
            library = _without_fold(plan.library, fold)
            indexes = build_indexes(library, embedder, {}, lambda *_: None)
            manifest = Manifest(0, f"fold-{fold}", "", embedder.model_id, embedder.dim, {}, {}, "", {})
            domain = build_domain(library, embedder)
            snapshot = hold_snapshot(manifest, replace(plan, library=library), indexes, domain)
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
        return choose_signals(candidates.signals, USED[collection]), labels


def fit_collection(bench: Bench, collection: str, examples: Sequence[Example], out: Path) -> None:
    """Fit one collection's model, choose its threshold, write both with what they were measured at."""
    found = [bench.signals(collection, example) for example in examples]
    signals, labels = [rows for rows, _ in found], [wanted for _, wanted in found]
    coefficients = fit_logistic(np.concatenate(signals), np.concatenate(labels), RIDGE)
    best = [float(relevance_of(rows, coefficients).max(initial=0.0)) for rows in signals]
    threshold = _lowest_but(best, MAX_FALSE_REFUSALS)
    write_record(
        describe_fit(USED[collection], coefficients, signals, labels, threshold, COMMAND), out / f"{collection}.json"
    )
    load_fusion.cache_clear()


def fit_answerability(bench: Bench, judged: Sequence[JudgedQuery], out: Path) -> None:
    """Fit when to refuse, and choose the threshold that refuses at most MAX_FALSE_REFUSALS of what has an answer."""
    asked = [text for d in bench.library.guidance for text in d.asked_as.sv[::PHRASING_STEP]]
    has_answer = [(query.query, i % N_FOLDS) for i, query in enumerate(judged) if query.relevant]
    has_answer += [(text, 0) for text in asked]  # every PHRASING_STEP-th begins with the first, which fold 0 leaves out
    no_answer = [(query.query, i % N_FOLDS) for i, query in enumerate(judged) if not query.relevant]
    no_answer += [(text, i % N_FOLDS) for i, text in enumerate(bench.library.outside)]
    rows = np.array([_answer_features(bench.searchers[fold], text) for text, fold in (*has_answer, *no_answer)])
    labels = np.concatenate([np.ones(len(has_answer)), np.zeros(len(no_answer))])
    shares = np.concatenate([np.full(len(part), 1 / len(part)) for part in (has_answer, no_answer)])
    coefficients = fit_logistic(rows, labels, ANSWER_RIDGE, shares)
    probability = relevance_of(rows, coefficients)
    threshold = _lowest_but(list(probability[: len(has_answer)]), MAX_FALSE_REFUSALS)
    refused = probability < threshold
    record = {
        "weights": {name: round(float(w), 4) for name, w in zip(FEATURES, coefficients[:-1], strict=True)},
        "intercept": round(float(coefficients[-1]), 4),
        "threshold": round(float(threshold), 4),
        "domain_default": round(float(np.median(rows[: len(has_answer), FEATURES.index("domain")])), 4),
        "training": {
            "command": COMMAND,
            "n_with_answer": len(has_answer),
            "n_without": len(no_answer),
            "refused_with_answer": int(refused[: len(has_answer)].sum()),
            "refused_without": int(refused[len(has_answer) :].sum()),
        },
    }
    write_record(record, out / "answerability.json")
    load_answerability.cache_clear()


def _answer_features(searcher: Searcher, text: str) -> list[float]:
    query = searcher.analyse(text)
    ratings = searcher.rate_areas(query)
    promise = searcher.promise(query, ratings, *searcher.score("guidance", query, ratings))
    return [float(getattr(promise, name) or 0.0) for name in FEATURES]


def _lowest_but(values: Sequence[float], share: float) -> float:
    """The value that a share of the values lies below."""
    return float(sorted(values)[int(share * len(values))])


def _without_fold(library: Library, fold: int) -> Library:
    def keep(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(text for position, text in enumerate(texts) if position % N_FOLDS != fold)

    def cut(phrasings: Phrasings) -> Phrasings:
        return Phrasings(keep(phrasings.sv), keep(phrasings.en))

    return replace(
        library,
        guidance=tuple(replace(d, asked_as=cut(d.asked_as)) for d in library.guidance),
        problem_areas=tuple(replace(d, asked_as=cut(d.asked_as)) for d in library.problem_areas),
        outside=keep(library.outside),
    )


def _judged_examples(judged: Sequence[JudgedQuery]) -> list[Example]:
    return [
        Example(query.query, {slug: GRADE_LABELS[grade] for slug, grade in query.relevant.items()}, position % N_FOLDS)
        for position, query in enumerate(judged)
        if query.relevant
    ]


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
