"""What fewer dimensions and coarser numbers cost: python -m training.compare_sizes DATASET_DIR... [--model DIR].

The token vectors of the model are cut to their first principal components, or rounded, and rank the texts of sets in
BEIR form by cosine alone; nothing is trained anew.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from model2vec import StaticModel
from numpy.typing import NDArray

from kb.embedding.load import DEFAULT_MODEL
from kb.evaluation.beir import Dataset, read_dataset
from kb.evaluation.metrics import ndcg

DEPTH = 10
DIMS = (64, 128, 192)
INT8_LEVELS = 127
Tokens = NDArray[np.float32]


def main() -> None:
    """Print a row a variant: its size in MB and nDCG@10 on each set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("datasets", type=Path, nargs="+")
    parser.add_argument("--model", type=Path, default=DEFAULT_MODEL)
    arguments = parser.parse_args()
    model = StaticModel.from_pretrained(str(arguments.model))
    datasets = [read_dataset(path) for path in arguments.datasets]
    for name, megabytes, tokens in vary(np.asarray(model.embedding, np.float32)):
        figures = "  ".join(f"{d.name} {measure(model, tokens, d):.3f}" for d in datasets)
        print(f"{name:14} {megabytes:5.1f} MB  {figures}")


def vary(tokens: Tokens) -> Iterator[tuple[str, float, Tokens]]:
    """(name, size of the token vectors in MB, the vectors as they are read) of each variant."""
    n, dim = tokens.shape
    yield "float32", n * dim * 4 / 1e6, tokens
    yield "float16", n * dim * 2 / 1e6, tokens.astype(np.float16).astype(np.float32)
    step = np.abs(tokens).max(axis=1, keepdims=True) / INT8_LEVELS
    yield "int8", n * (dim + 4) / 1e6, np.round(tokens / np.maximum(step, 1e-12)) * step
    _, _, axes = np.linalg.svd(tokens, full_matrices=False)
    for kept in DIMS:
        yield f"float16, {kept}", n * kept * 2 / 1e6, tokens @ axes[:kept].T


def measure(model: StaticModel, tokens: Tokens, dataset: Dataset) -> float:
    """nDCG@10 of cosine alone."""
    names = list(dataset.corpus)
    texts = embed(model, tokens, [" ".join(dataset.corpus[name]).strip() for name in names])
    queries = embed(model, tokens, list(dataset.queries.values()))
    values = []
    for query_id, scores in zip(dataset.queries, queries @ texts.T, strict=True):
        best = [names[i] for i in np.argsort(-scores, kind="stable")[:DEPTH]]
        values.append(ndcg(best, dataset.judgements[query_id]))
    return float(np.mean(values))


def embed(model: StaticModel, tokens: Tokens, texts: list[str]) -> Tokens:
    """float32 array (n_texts, dim), rows of L2 norm 1: the mean of each text's token vectors."""
    sums = np.stack([tokens[ids].mean(axis=0) if ids else tokens[0] * 0 for ids in model.tokenize(texts)])
    return np.asarray(sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-12), np.float32)


if __name__ == "__main__":
    main()
