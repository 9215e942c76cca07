"""Fit the ranking of experts by their own texts: python -m training.fit_profiles --data ../shared/data.

On three stand-ins (`profile_sets`), each counting the same. Before that each is left out in turn, and measured with
what the two others give: that is how well the model serves people and texts that it has not seen.
"""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from kb.embedding.load import load_embedder
from kb.matching.rank_experts import SIGNALS, index_profiles
from kb.models.fit_logistic import fit_logistic
from kb.models.models import load_models, name_file
from training.profile_sets import ProfileSet, read_profile_sets
from training.record import relevance_of, write_record

COMMAND = "python -m training.fit_profiles --data ../shared/data"
RIDGE = 0.001
Gathered = tuple[NDArray[np.float64], NDArray[np.int64]]
"""Signals, float64 (n_queries, n_profiles, n_signals), and the position of each query's profile."""


def main() -> None:
    """Fit the model and write it with its training record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=name_file("profiles"))
    arguments = parser.parse_args()
    gathered = {name: _gather(found) for name, found in read_profile_sets(arguments.data).items()}
    left_out = {}
    for name, (signals, answers) in gathered.items():
        coefficients = _fit({other: rows for other, rows in gathered.items() if other != name})
        left_out[name] = measure(relevance_of(signals, coefficients), answers)
        print(name, json.dumps(left_out[name]))
    *weights, intercept = (round(float(value), 4) for value in _fit(gathered))
    training = {
        "command": COMMAND,
        "n_queries": {name: len(answers) for name, (_, answers) in gathered.items()},
        "n_profiles": {name: signals.shape[1] for name, (signals, _) in gathered.items()},
        "left_out": left_out,
    }
    write_record(
        {"weights": dict(zip(SIGNALS, weights, strict=True)), "intercept": intercept, "training": training},
        arguments.out,
    )


def measure(scores: NDArray[np.float64], answers: NDArray[np.int64]) -> dict[str, float]:
    """nDCG@10 and MRR of the one right profile of each query; auc: how often a profile scores a query of its own above
    one of another's, the mean over profiles, which tells whether scores are comparable between queries."""
    own = scores[np.arange(len(answers)), answers]
    ranks = 1 + (scores > own[:, None]).sum(axis=1)
    aucs = [_auc(scores[:, profile], answers == profile) for profile in np.unique(answers)]
    figures = {
        "ndcg@10": np.where(ranks <= 10, 1 / np.log2(1 + ranks), 0).mean(),
        "mrr": (1 / ranks).mean(),
        "auc": np.mean(aucs),
    }
    return {name: round(float(value), 4) for name, value in figures.items()}


def _auc(scores: NDArray[np.float64], is_own: NDArray[np.bool_]) -> float:
    """Source: Hanley and McNeil, Radiology 143, 1982, pp. 29-36."""
    n_own = int(is_own.sum())
    n_pairs = n_own * (len(scores) - n_own)
    return float((rankdata(scores)[is_own].sum() - n_own * (n_own + 1) / 2) / n_pairs)


def _gather(found: ProfileSet) -> Gathered:
    """Whole queries and short ones alike."""
    profiles = index_profiles(found.profiles, load_embedder(), load_models().profiles)
    signals = profiles.gather([*found.queries, *found.short_queries])
    return signals, np.array([*found.answers, *found.answers], np.int64)


def _fit(gathered: Mapping[str, Gathered]) -> NDArray[np.float64]:
    """Coefficients, the intercept last; each set counts the same."""
    rows, labels, shares = [], [], []
    for signals, answers in gathered.values():
        is_answer = np.arange(signals.shape[1]) == answers[:, None]
        rows.append(signals.reshape(-1, signals.shape[2]))
        labels.append(is_answer.ravel().astype(np.float64))
        shares.append(np.full(is_answer.size, 1 / is_answer.size))
    return fit_logistic(np.concatenate(rows), np.concatenate(labels), RIDGE, np.concatenate(shares))


if __name__ == "__main__":
    main()
