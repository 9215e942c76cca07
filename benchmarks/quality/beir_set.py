"""Quality on a dataset in BEIR form: python -m benchmarks quality DATASET_DIR [--model FOLDER] [--json].

Lexical, dense, rank fusion (RRF) and the learnt fusion rank the same texts for the same queries.
"""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks.parser import make_parser
from kb.embedding.load import load_embedder
from kb.errors import KbError
from kb.evaluation.beir import Dataset, read_dataset
from kb.evaluation.bootstrap import compare_paired
from kb.evaluation.metrics import ndcg, recall, reciprocal_rank
from kb.models.models import load_models
from kb.search.text_collection import TextRanking, index_texts

DEPTH = 10
WAYS = ("lexical", "dense", "rrf", "hybrid")
METRICS: Mapping[str, Callable[[Sequence[str], Mapping[str, int]], float]] = {
    "ndcg@10": ndcg,
    "recall@10": recall,
    "mrr@10": reciprocal_rank,
}

PerQuery = dict[str, dict[str, list[float]]]
"""way -> metric -> the value of each query, in one order."""


def measure(dataset: Dataset, rank: Callable[[str], TextRanking]) -> PerQuery:
    """Every metric of every way for every query."""
    values: PerQuery = {way: {metric: [] for metric in METRICS} for way in WAYS}
    for query_id, text in dataset.queries.items():
        ranking = rank(text)
        for way in WAYS:
            for metric, compute in METRICS.items():
                values[way][metric].append(compute(getattr(ranking, way), dataset.judgements[query_id]))
    return values


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    parser = make_parser("quality", __doc__)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--model", type=Path, default=None)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    try:
        dataset = read_dataset(chosen.dataset)
        collection = index_texts(dataset.corpus, load_embedder(chosen.model), load_models().text)
    except (ValueError, KbError) as error:
        print(f"benchmarks quality: {error}", file=sys.stderr)
        return 1
    values = measure(dataset, lambda text: collection.rank(text, DEPTH))
    means = {w: {m: round(float(np.mean(v)), 4) for m, v in metrics.items()} for w, metrics in values.items()}
    if chosen.json:
        print(json.dumps(means, indent=2))
        return 0
    print(f"{dataset.name}: {len(dataset.queries)} queries, {len(dataset.corpus)} texts")
    for way, metrics in means.items():
        print(f"{way:8} " + "  ".join(f"{metric} {value:.3f}" for metric, value in metrics.items()))
    difference, (low, high) = compare_paired(values["hybrid"]["ndcg@10"], values["lexical"]["ndcg@10"])
    print(f"hybrid - lexical nDCG@10 {difference:+.3f} [{low:+.3f}, {high:+.3f}] (paired bootstrap, 95 %)")
    return 0
