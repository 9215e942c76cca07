"""Models that can be worked with by hand, in place of the trained ones."""

from dataclasses import replace
from typing import Any

from kb.models.logistic_model import LogisticModel
from kb.models.models import Models, load_models
from kb.models.unit_heads import UnitHeads
from kb.search.signals import SIGNALS
from tests.kb.heads_by_hand import ALL_SURE


def weigh(intercept: float = 0.0, threshold: float = 0.0, **weights: float) -> LogisticModel:
    """A fusion of the signals that are named; without any, every document's relevance follows the intercept alone."""
    of_signals = LogisticModel(weights=weights, intercept=intercept, threshold=threshold)
    return of_signals.align(SIGNALS)


def make_models(units: UnitHeads | None = None, **given: LogisticModel) -> Models:
    """Models of which the fusions that are not given weigh nothing, so that every document's relevance is 1/2.

    Guidance is answered as experts are: when the best relevance reaches the threshold. The rest is as it ships.

    units : with heads of one's own, units of one area are one problem, and every problem is sure
    """
    fusions: dict[str, Any] = {"guidance": weigh(), "problem_areas": weigh(), "experts": weigh(), **given}
    by_relevance = LogisticModel(weights={"relevance": 1.0}, threshold=fusions["guidance"].threshold)
    reading: dict[str, Any] = {"units": units, "problem": ALL_SURE} if units else {}
    return replace(load_models(), answerability=by_relevance, **reading, **fusions)
