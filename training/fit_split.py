"""Fit what tells a problem's paragraph from background: python -m training.fit_split benchmarks/datasets/lagesbilder.

The record says how well it does on documents it was not fitted on: each is left out in turn.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kb.embedding.load import load_embedder
from kb.models.fit_logistic import fit_logistic
from kb.models.models import load_models, name_file
from kb.privacy import mask_personal_data
from kb.problems.description import read_paragraphs
from kb.problems.problem_paragraphs import find_features, rate_paragraph
from kb.search.open_searcher import open_searcher
from kb.search.searcher import Searcher
from kb.snapshot.open_snapshot import open_current
from training.record import relevance_of, write_record

RIDGE = 0.02
MIN_WORDS = 3
Rows = tuple[list[str], NDArray[np.float64], NDArray[np.float64]]


def main() -> None:
    """Fit and write the coefficients with their training record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--snapshots", type=Path, default=Path("snapshots"))
    arguments = parser.parse_args()
    searcher = open_searcher(open_current(arguments.snapshots), load_embedder(), load_models())
    documents = [_read(path, searcher) for path in sorted(arguments.folder.glob("*.json"))]
    names = documents[0][0]
    coefficients = _fit(documents)
    held_out = [relevance_of(d[1], _fit([o for o in documents if o is not d])) for d in documents]
    labels = np.concatenate([d[2] for d in documents])
    record = {
        "weights": {name: round(float(w), 4) for name, w in zip(names, coefficients[:-1], strict=True)},
        "intercept": round(float(coefficients[-1]), 4),
        "training": {
            "command": "python -m training.fit_split benchmarks/datasets/lagesbilder",
            "n_documents": len(documents),
            "n_paragraphs": len(labels),
            "n_problem_paragraphs": int(labels.sum()),
            "area_under_roc_left_out": round(_area_under_roc(np.concatenate(held_out), labels), 3),
        },
    }
    write_record(record, name_file("problem_paragraphs"))


def _fit(documents: Sequence[Rows]) -> NDArray[np.float64]:
    return fit_logistic(np.concatenate([d[1] for d in documents]), np.concatenate([d[2] for d in documents]), RIDGE)


def _read(path: Path, searcher: Searcher) -> Rows:
    judged = json.loads(path.read_text(encoding="utf-8"))
    text = mask_personal_data(path.with_suffix(".md").read_text(encoding="utf-8")).text
    quotes = [
        " ".join(q.replace("|", " ").split()) for problem in judged["problems"] for q in problem["evidence_quotes"]
    ]
    names: list[str] = []
    rows, labels = [], []
    for paragraph in read_paragraphs(text):
        if len(paragraph.text.split()) >= MIN_WORDS:
            features = find_features(rate_paragraph(paragraph, searcher), searcher)
            names = list(features)
            rows.append(list(features.values()))
            labels.append(float(any(quote in " ".join(paragraph.text.split()) for quote in quotes)))
    return names, np.array(rows), np.array(labels)


def _area_under_roc(scores: NDArray[np.float64], labels: NDArray[np.float64]) -> float:
    inside, outside = scores[labels == 1], scores[labels == 0]
    return float(np.mean(inside[:, None] > outside[None, :]))


if __name__ == "__main__":
    main()
