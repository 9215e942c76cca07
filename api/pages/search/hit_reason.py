"""Why a search hit was found: the words that matched, and what counted, in words and by weight."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from api.schemas.search import GuidanceHit

SIGNAL_WORDS: Mapping[str, str] = {
    "lexical": "signal_lexical",
    "lexical_title": "signal_title",
    "lexical_body": "signal_body",
    "lexical_phrasing": "signal_phrasing",
    "cosine_title": "signal_title",
    "cosine_body": "signal_body",
    "cosine_phrasing": "signal_phrasing",
    "areas": "signal_areas",
    "feedback": "signal_feedback",
    "named": "signal_phrasing",
    "learned": "signal_examples",
}
"""Signal of the fusion -> key of the strings; a share of the best candidate's counts as the signal itself."""
MUCH = 0.3
SOME = 0.1
"""Shares of all that speaks for a hit, from which a signal weighs heavily or at all."""
N_WORDS = 8


@dataclass(frozen=True, slots=True)
class WeighedSignal:
    """signal and strength are keys of the strings; share of what speaks for the hit, in (0, 1]."""

    signal: str
    strength: str
    share: float


@dataclass(frozen=True, slots=True)
class HitReason:
    words: tuple[str, ...]
    signals: tuple[WeighedSignal, ...]


def explain_hit(hit: GuidanceHit) -> HitReason:
    """The reason of a hit; what speaks against it is left out."""
    return HitReason(_matched_words(hit), tuple(_weigh(hit.parts)))


def _matched_words(hit: GuidanceHit) -> tuple[str, ...]:
    """The marked words of its passages, once each, in the order they are met."""
    marked = [p.text[first:last].strip().lower() for p in hit.passages for first, last in p.highlights]
    return tuple(dict.fromkeys(word for word in marked if len(word) > 2))[:N_WORDS]


def _weigh(parts: Mapping[str, float]) -> Sequence[WeighedSignal]:
    sums: dict[str, float] = {}
    for name, part in parts.items():
        key = SIGNAL_WORDS.get(name.removeprefix("relative_"))
        if key:
            sums[key] = sums.get(key, 0.0) + part
    speaking = {key: part for key, part in sums.items() if part > 0}
    total = sum(speaking.values())
    ordered = sorted(speaking, key=lambda key: -speaking[key])
    return [WeighedSignal(key, _strength(speaking[key] / total), speaking[key] / total) for key in ordered]


def _strength(share: float) -> str:
    if share >= MUCH:
        return "strength_much"
    return "strength_some" if share >= SOME else "strength_little"
