"""How the fusion and the refusal were fitted: the record that stands beside their coefficients."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kb.search.fusion import COEFFICIENTS


@dataclass(frozen=True, slots=True, kw_only=True)
class FusionRecord:
    """weights : signal -> weight in log-odds per unit of the signal, zeros left out
    threshold : relevance in [0, 1] below which nothing fits well enough
    brier : mean squared error of relevance on the pairs that it was fitted to
    brier_of_mean : the same of always telling their mean
    """

    weights: Mapping[str, float]
    intercept: float
    threshold: float
    n_queries: int
    n_pairs: int
    brier: float
    brier_of_mean: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalRecord:
    """Queries with and without an answer in the knowledge base, which it was fitted to, and how many were refused.

    weights : by what speaks for an answer; threshold : probability in [0, 1]
    """

    weights: Mapping[str, float]
    threshold: float
    n_with_answer: int
    refused_with_answer: int
    n_without: int
    refused_without: int


@cache
def read_fusion_record(collection: str) -> FusionRecord:
    """The record of a collection's fusion: guidance, problem-areas or experts."""
    record = _read(collection)
    told = record["training"]
    weights = {name: weight for name, weight in record["weights"].items() if weight}
    return FusionRecord(
        weights=weights,
        intercept=record["intercept"],
        threshold=record["threshold"],
        n_queries=told["n_queries"],
        n_pairs=told["n_pairs"],
        brier=told["brier"],
        brier_of_mean=told["brier_of_mean"],
    )


@cache
def read_refusal_record() -> RefusalRecord:
    """The record of when the search says that nothing fits."""
    record = _read("answerability")
    told = record["training"]
    return RefusalRecord(
        weights=record["weights"],
        threshold=record["threshold"],
        n_with_answer=told["n_with_answer"],
        refused_with_answer=told["refused_with_answer"],
        n_without=told["n_without"],
        refused_without=told["refused_without"],
    )


def _read(name: str) -> dict[str, Any]:
    record: dict[str, Any] = json.loads((COEFFICIENTS / f"{name}.json").read_text(encoding="utf-8"))
    return record
