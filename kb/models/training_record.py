"""How a model was fitted, as values: the record that stands beside its weights."""

from dataclasses import dataclass
from typing import Any

from kb.models.logistic_model import LogisticModel


@dataclass(frozen=True, slots=True, kw_only=True)
class RelevanceTraining:
    """brier : mean squared error of relevance on the pairs that the model was fitted to
    brier_of_mean : the same of always telling their mean
    """

    n_queries: int
    n_pairs: int
    brier: float
    brier_of_mean: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalTraining:
    """Queries with and without an answer in the knowledge base, which the model was fitted to; how many are refused."""

    n_with_answer: int
    refused_with_answer: int
    n_without: int
    refused_without: int


def tell_relevance_training(model: LogisticModel) -> RelevanceTraining:
    """How a model of relevance was fitted."""
    return RelevanceTraining(**_without_command(model))


def tell_refusal_training(model: LogisticModel) -> RefusalTraining:
    """How the model of when the search says that nothing fits was fitted."""
    return RefusalTraining(**_without_command(model))


def _without_command(model: LogisticModel) -> dict[str, Any]:
    return {name: value for name, value in model.training.items() if name != "command"}
