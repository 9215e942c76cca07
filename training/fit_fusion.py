"""Fit the models that turn signals into relevance and a refusal: python -m training.fit_fusion.

All on the content's examples: guidance by its grades (3 counts 1, 2 counts 0.8, 1 counts 0.4), problem areas by the
guidance that is for them, experts by the areas they declare, whether there is an answer at all against the topics and
examples without one. How people ask (`asked_as`) is none of them, and of the examples only those count that the default
model was not trained on. Nothing is scored by an index, a classifier or a domain that holds it: five builds each leave
out a fifth of the phrasings, the topics and the examples.
"""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.build import build_domain, build_indexes, hold_snapshot, plan_snapshot
from indexer.content.read_content import read_as_reviewed
from kb.documents import Example, Library, Phrasings
from kb.embedding.embedder import Embedder
from kb.embedding.load import load_embedder
from kb.embedding.remembering import RememberingEmbedder
from kb.models.fit_logistic import fit_logistic
from kb.models.logistic_model import LogisticModel
from kb.models.models import COEFFICIENTS, Models, load_models, name_file, read_model
from kb.search.answerability import find_promise
from kb.search.collection import Collection
from kb.search.open_searcher import open_searcher
from kb.search.searcher import Searcher
from kb.search.signals import TEXT_SIGNALS
from kb.snapshot.manifest import Manifest
from training.fit_listwise import fit_listwise
from training.record import choose_signals, describe_fit, relevance_of, write_record
from training.sources import choose_role

COMMAND = "python -m training.fit_fusion"
N_FOLDS = 5
RIDGE = 0.001
ANSWER_RIDGE = 0.003
OF_DOMAIN = ("domain", "inside", "outside", "around_inside", "around_outside")
FEATURES = ("relevance", "name", "areas", "shortness", *OF_DOMAIN)
MAX_FALSE_REFUSALS = 0.015
MAX_BELOW = 0.014
"""Of the examples of a collection, whose best document may lie below its threshold."""
NAMES_SHARE = 0.3
"""Of what has an answer: how much the bare names count beside the judged descriptions."""
METHOD_AREA_LABEL = 0.7
NAME_WEIGHT = 0.03
EXPERT_LABEL = 0.5
"""Every expert who declares an area may be asked about it, but few are the best one to ask."""
STANDING = (
    "relative_lexical",
    "relative_lexical_phrasing",
    "relative_cosine_title",
    "relative_cosine_body",
    "relative_cosine_phrasing",
    "areas",
    "feedback",
)
USED = {
    "guidance": (*STANDING, "learned"),
    "experts": STANDING,
    "problem_areas": (*TEXT_SIGNALS, "query_length", "named", "learned"),
}
"""The signals of each model. Areas are rated on their own, so as they are; documents by how they stand among others."""
GRADE_LABELS = {1: 0.4, 2: 0.8, 3: 1.0}
GAINS = (0.0, 0.4, 0.8, 1.0), (0.0, 1.0, 3.0, 7.0)
"""Labels, and what nDCG counts for their grades."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A query, how relevant each document of a collection is to it, in [0, 1] (absent: 0), and how much it counts."""

    text: str
    labels: dict[str, float]
    fold: int
    weight: float = 1.0


def main() -> None:
    """Fit all models and write them with their training record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--model", type=Path, default=None)
    parser.add_argument("--out", type=Path, default=COEFFICIENTS)
    arguments = parser.parse_args()
    bench = Bench(arguments.content, load_embedder(arguments.model), load_models())
    examples = _label_guidance(bench.library)
    by_area = _label_areas(examples, bench.library)
    named = _name_areas(bench.library)
    fit_collection(bench, "problem_areas", [*by_area, *named], arguments.out)
    fit_collection(bench, "guidance", examples, arguments.out)
    fit_collection(bench, "experts", _label_experts(by_area, bench.library), arguments.out)
    fit_answerability(bench, [example.text for example in named], arguments.out)


class Bench:
    """Searchers over the content, each with a fifth of the phrasings, the topics and the examples left out.

    models : what is fitted so far, and the shipped ones for the rest
    """

    def __init__(self, content: Path, embedder: Embedder, models: Models) -> None:
        self.models = models
        embedder = self.embedder = RememberingEmbedder(embedder)
        read = read_as_reviewed(content)
        plan = plan_snapshot(read, embedder.model_id)
        self.library = plan.library
        self.snapshots = []
        for fold in range(N_FOLDS):
            library = _without_fold(plan.library, fold)
            indexes = build_indexes(library, embedder, lambda *_: None)
            manifest = Manifest(
                format_version=0,
                id=f"fold-{fold}",
                content_hash="",
                model_id=embedder.model_id,
                dim=embedder.dim,
                n_documents={},
                n_passages={},
                created="",
                files={},
            )
            domain = build_domain(library, embedder)
            self.snapshots.append(hold_snapshot(manifest, replace(plan, library=library), indexes, domain))
        self.searchers = self._open()

    def use(self, collection: str, model: LogisticModel) -> None:
        """Search with this model of a collection from now on."""
        changed: dict[str, Any] = {collection: model}
        self.models = replace(self.models, **changed)
        self.searchers = self._open()

    def _open(self) -> list[Searcher]:
        return [open_searcher(snapshot, self.embedder, self.models) for snapshot in self.snapshots]

    def signals(self, collection: str, example: Labelled) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """The signals (n_candidates, n_signals) and labels (n_candidates,) of one example."""
        searcher = self.searchers[example.fold]
        query = searcher.analyse(example.text)
        searched: Collection[Any] = getattr(searcher, collection)
        ranking = searched.rank(query, None if collection == "problem_areas" else searcher.rate_areas(query))
        labels = np.array([example.labels.get(searched.slugs[i], 0.0) for i in ranking.documents])
        return choose_signals(ranking.signals, USED[collection]), labels


def fit_collection(bench: Bench, collection: str, examples: Sequence[Labelled], out: Path) -> None:
    """Fit one collection's model, choose its threshold, write both with what they were measured at; search by them."""
    found = [bench.signals(collection, example) for example in examples]
    signals, labels = [rows for rows, _ in found], [wanted for _, wanted in found]
    weights = np.repeat([example.weight for example in examples], [len(rows) for rows in signals])
    if collection == "guidance":
        coefficients = fit_listwise(signals, [np.interp(rows, *GAINS) for rows in labels], labels)
    else:
        coefficients = fit_logistic(np.concatenate(signals), np.concatenate(labels), RIDGE, weights)
    best = [float(relevance_of(rows, coefficients).max(initial=0.0)) for rows in signals]
    threshold = _lowest_but(best, MAX_BELOW, np.ones(len(best)))
    path = name_file(collection, out)
    write_record(describe_fit(USED[collection], coefficients, signals, labels, threshold, COMMAND), path)
    bench.use(collection, read_model(path))


def fit_answerability(bench: Bench, names: Sequence[str], out: Path) -> None:
    """Fit when to refuse, and choose the threshold that refuses at most MAX_FALSE_REFUSALS of what has an answer.

    names : of problem areas, in any words
    """
    library = bench.library
    described = [(e.query, i % N_FOLDS) for i, e in enumerate(library.examples) if e.relevant and _is_unseen(e)]
    named = [(name, i % N_FOLDS) for i, name in enumerate([*(d.title for d in library.guidance), *names])]
    no_answer = [(e.query, i % N_FOLDS) for i, e in enumerate(library.examples) if not e.relevant]
    no_answer += [(text, i % N_FOLDS) for i, text in enumerate(library.outside)]
    parts = ((described, 1 - NAMES_SHARE), (named, NAMES_SHARE), (no_answer, 1.0))
    rows = np.array([_answer_features(bench.searchers[fold], text) for part, _ in parts for text, fold in part])
    shares = np.concatenate([np.full(len(part), share / len(part)) for part, share in parts])
    n_answered = len(described) + len(named)
    coefficients = fit_logistic(rows, (np.arange(len(rows)) < n_answered).astype(float), ANSWER_RIDGE, shares)
    probability = relevance_of(rows, coefficients)
    threshold = _lowest_but(probability[:n_answered], MAX_FALSE_REFUSALS, shares[:n_answered])
    refused = probability < threshold
    record = {
        "weights": {name: round(float(w), 4) for name, w in zip(FEATURES, coefficients[:-1], strict=True)},
        "intercept": round(float(coefficients[-1]), 4),
        "threshold": round(float(threshold), 4),
        "defaults": {
            name: round(float(np.median(rows[: len(described), FEATURES.index(name)])), 4) for name in OF_DOMAIN
        },
        "training": {
            "command": COMMAND,
            "n_with_answer": n_answered,
            "n_without": len(no_answer),
            "refused_with_answer": int(refused[:n_answered].sum()),
            "refused_without": int(refused[n_answered:].sum()),
        },
    }
    write_record(record, name_file("answerability", out))


def _answer_features(searcher: Searcher, text: str) -> list[float]:
    query = searcher.analyse(text)
    ratings = searcher.rate_areas(query)
    promise = find_promise(query, ratings, searcher.guidance.rank(query, ratings), searcher.snapshot.domain)
    return [float(getattr(promise, name) or 0.0) for name in FEATURES]


def _lowest_but(values: Sequence[float] | NDArray[np.float64], share: float, weights: NDArray[np.float64]) -> float:
    """The value that a share of the values, by their weights, lies below."""
    order = np.argsort(values)
    reached = np.cumsum(weights[order]) / weights.sum()
    return float(np.asarray(values)[order[np.searchsorted(reached, share)]])


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
        examples=tuple(example for i, example in enumerate(library.examples) if i % N_FOLDS != fold),
    )


def _label_guidance(library: Library) -> list[Labelled]:
    """The examples that the model was not trained on, by their grades."""
    return [
        Labelled(example.query, {slug: GRADE_LABELS[grade] for slug, grade in example.relevant.items()}, i % N_FOLDS)
        for i, example in enumerate(library.examples)
        if example.relevant and _is_unseen(example)
    ]


def _is_unseen(example: Example) -> bool:
    return choose_role(example.query) != "training"


def _label_areas(examples: Sequence[Labelled], library: Library) -> list[Labelled]:
    """The examples, each labelled with the areas that its guidance is for."""
    areas = {document.slug: document.primary_areas for document in library.guidance}
    return [replace(example, labels=_spread(example.labels, areas, METHOD_AREA_LABEL)) for example in examples]


def _name_areas(library: Library) -> list[Labelled]:
    """The areas by their own names, terms and jargon, which the index holds: somebody types just these."""
    return [
        Labelled(name, {area.slug: 1.0}, position % N_FOLDS, NAME_WEIGHT)
        for area in library.problem_areas
        for position, name in enumerate((area.title, area.title_en, *area.terms, *area.jargon))
    ]


def _label_experts(by_area: Sequence[Labelled], library: Library) -> list[Labelled]:
    """The examples, each labelled with the experts who declare one of its areas."""
    experts = {a.slug: [e.slug for e in library.experts if a.slug in e.problem_areas] for a in library.problem_areas}
    return [replace(example, labels=_spread(example.labels, experts, EXPERT_LABEL)) for example in by_area]


def _spread(labels: Mapping[str, float], targets: Mapping[str, Sequence[str]], share: float) -> dict[str, float]:
    """The labels handed on to what each slug leads to, the highest where several meet."""
    spread: dict[str, float] = {}
    for slug, label in labels.items():
        for target in targets.get(slug, ()):
            spread[target] = max(spread.get(target, 0.0), label * share)
    return spread


if __name__ == "__main__":
    main()
