"""Six ways of ranking the same texts for the same questions, on a set in BEIR form."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from benchmarks.quality.baselines import ANALYSES, make_ranking
from benchmarks.quality.beir_set import METRICS
from kb.embedding.embedder import Embedder
from kb.evaluation.beir import Dataset
from kb.evaluation.bootstrap import bootstrap_interval, compare_paired
from kb.models.models import load_models
from kb.search.text_collection import index_texts

DEPTH = 10
NAMES = {"lexical": "stems + 4-grams", "dense": "dense", "rrf": "RRF", "hybrid": "ours"}
BASELINE, OURS = "stems + 4-grams", "ours"
WAYS = (*ANALYSES, *NAMES.values())


def measure_texts(dataset: Dataset, embedder: Embedder) -> dict[str, Any]:
    """Means of every metric of every way, the interval of nDCG@10, and ours against the best words alone."""
    rankings = _rank_all(dataset, embedder)
    values = {
        way: {
            metric: [compute(ranking[q], dataset.judgements[q]) for q in dataset.queries]
            for metric, compute in METRICS.items()
        }
        for way, ranking in rankings.items()
    }
    return {
        "n_queries": len(dataset.queries),
        "n_texts": len(dataset.corpus),
        "ways": {way: summarise(metrics) for way, metrics in values.items()},
        "ours_minus_baseline": compare(values[OURS]["ndcg@10"], values[BASELINE]["ndcg@10"]),
    }


def summarise(metrics: Mapping[str, Sequence[float]]) -> dict[str, Any]:
    """metric -> mean, and the 95 % interval of nDCG@10."""
    means: dict[str, Any] = {metric: round(float(np.mean(values)), 4) for metric, values in metrics.items()}
    return {**means, "interval": [round(end, 4) for end in bootstrap_interval(metrics["ndcg@10"])]}


def compare(ours: Sequence[float], theirs: Sequence[float]) -> dict[str, Any]:
    """The mean difference and its 95 % interval."""
    difference, interval = compare_paired(ours, theirs)
    return {"difference": round(difference, 4), "interval": [round(end, 4) for end in interval]}


def _rank_all(dataset: Dataset, embedder: Embedder) -> dict[str, dict[str, Sequence[str]]]:
    texts = {name: f"{title} {text}" for name, (title, text) in dataset.corpus.items()}
    by_words = {way: make_ranking(texts, count, DEPTH) for way, count in ANALYSES.items()}
    rankings = {way: {q: rank(text) for q, text in dataset.queries.items()} for way, rank in by_words.items()}
    collection = index_texts(dataset.corpus, embedder, load_models().text)
    found = {q: collection.rank(text, DEPTH) for q, text in dataset.queries.items()}
    ours = {name: {q: getattr(ranking, way) for q, ranking in found.items()} for way, name in NAMES.items()}
    return {**rankings, **ours}
