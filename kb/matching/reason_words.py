"""A score's parts as what a person would name: few kinds of reason, each with how much it says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

ReasonKind = Literal[
    "words",
    "title_words",
    "phrasings",
    "examples",
    "meaning",
    "title_meaning",
    "area",
    "profile",
    "experience",
    "declared_area",
]
Strength = Literal["strong", "some", "against"]

_SIGNALS: Mapping[ReasonKind, tuple[tuple[str, ...], float]] = {
    "words": (("lexical", "lexical_body"), 1.2),
    "title_words": (("lexical_title",), 0.5),
    "phrasings": (("lexical_phrasing", "cosine_phrasing", "named"), 1.8),
    "examples": (("learned",), 2.0),
    "meaning": (("cosine_body",), 0.5),
    "title_meaning": (("cosine_title",), 0.5),
    "area": (("areas", "feedback"), 4.0),
}
"""Kind -> its signals, with their relative ones, and the log-odds from which they say much: about two thirds of the
most that they add to a method's relevance. The query's length is the same for every document, and no reason."""
SOME_SHARE = 0.25
"""Of what says much: less than this either way says nothing."""
STRONG_SUPPORT = 0.4
"""An expert's three supports are probabilities, not log-odds."""


@dataclass(frozen=True, slots=True)
class WeighedReason:
    kind: ReasonKind
    strength: Strength


def weigh_parts(parts: Mapping[str, float]) -> tuple[WeighedReason, ...]:
    """The reasons in a method's parts, as in Hit: what says most first, then what speaks against."""
    shares = {
        kind: sum(parts.get(name, 0.0) + parts.get(f"relative_{name}", 0.0) for name in names) / strong
        for kind, (names, strong) in _SIGNALS.items()
    }
    return _weigh(shares)


def weigh_support(by_text: float, by_method: float, by_area: float) -> tuple[WeighedReason, ...]:
    """The reasons in an expert's supports, each in [0, 1]."""
    supports: dict[ReasonKind, float] = {"profile": by_text, "experience": by_method, "declared_area": by_area}
    return _weigh({kind: support / STRONG_SUPPORT for kind, support in supports.items()})


def _weigh(shares: Mapping[ReasonKind, float]) -> tuple[WeighedReason, ...]:
    """shares : of what says much, below 0 for what speaks against."""
    ordered = sorted(shares.items(), key=lambda part: -part[1])
    return tuple(WeighedReason(kind, _name(share)) for kind, share in ordered if abs(share) >= SOME_SHARE)


def _name(share: float) -> Strength:
    if share < 0:
        return "against"
    return "strong" if share >= 1 else "some"
