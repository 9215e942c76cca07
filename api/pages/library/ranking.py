"""How answers are ranked: the algorithm told from the snapshot and the coefficients that are in use."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api.deps import ChosenLanguage, CurrentSearcher
from api.formats import write_percent
from api.languages import load_strings
from api.pages.frame.render import render_page
from api.pages.library.content_page import render_text
from api.pages.search.hit_reason import SIGNAL_WORDS
from kb.matching.experts import AREA_WEIGHT, LEVEL_WEIGHTS, MIN_MATCH, N_EXPERTS
from kb.matching.methods import MAX_OF_A_KIND, N_METHODS
from kb.models.logistic_model import LogisticModel
from kb.models.training_record import tell_refusal_training, tell_relevance_training
from kb.search.answer import LIST_FLOOR, WARNING_FLOOR

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

HEAVY = 0.2
LIGHT = 0.08
"""Shares of all weight, from which a signal weighs heavily, and below which it weighs little."""


@dataclass(frozen=True, slots=True)
class SignalWeight:
    """signal and strength are keys of the strings; weight in log-odds; share of the sum of weights, in [0, 1]."""

    signal: str
    strength: str
    weight: float
    share: float


@router.get("/rangordning")
def show_ranking(request: Request, searcher: CurrentSearcher, language: ChosenLanguage) -> Response:
    models = searcher.models
    return render_page(
        request,
        "ranking.html",
        language,
        signals=weigh_signals(models.guidance.weights),
        record=tell_relevance_training(models.guidance),
        refusal=tell_refusal_training(models.answerability),
        manifest=searcher.snapshot.manifest,
        how=render_text("rangordning", language, **_figures(models.guidance, load_strings(language))),
        limits=render_text("rangordning-granser", language),
    )


def weigh_signals(weights: Mapping[str, float]) -> list[SignalWeight]:
    """The signals of a fusion by what they are about, the heaviest first; a share of the best counts as the signal."""
    sums: dict[str, float] = {}
    for name, weight in weights.items():
        key = SIGNAL_WORDS.get(name.removeprefix("relative_"))
        if key and weight:
            sums[key] = sums.get(key, 0.0) + weight
    total = sum(abs(weight) for weight in sums.values())
    ordered = sorted(sums.items(), key=lambda item: -item[1])
    return [SignalWeight(key, _strength(weight / total), weight, weight / total) for key, weight in ordered]


def _strength(share: float) -> str:
    if share >= HEAVY:
        return "strength_much"
    return "strength_some" if share >= LIGHT else "strength_little"


def _figures(fusion: LogisticModel, t: Mapping[str, str]) -> dict[str, Any]:
    """Thresholds as the text tells them: shares in per cent."""
    return {
        "list_floor": write_percent(LIST_FLOOR, t),
        "warning_floor": write_percent(WARNING_FLOOR, t),
        "threshold": write_percent(fusion.threshold, t),
        "n_methods": N_METHODS,
        "max_of_a_kind": MAX_OF_A_KIND,
        "n_experts": N_EXPERTS,
        "min_match": write_percent(MIN_MATCH, t),
        "area_weight": write_percent(AREA_WEIGHT, t),
        "level_weights": {level: write_percent(weight, t) for level, weight in LEVEL_WEIGHTS.items()},
    }
