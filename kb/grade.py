"""The service's own grade of an outcome, by the rule of docs/editorial.md: of effect and certainty, and nothing else.

What an outside rater says stands beside it, in the rater's own words; it is no part of the rule.
"""

from collections.abc import Mapping

from kb.vocabulary import Certainty, Effect, Rating, Wanted

_BY_CERTAINTY: Mapping[Certainty, Rating] = {
    "hög": "stark",
    "måttlig": "god",
    "låg": "begränsad",
    "mycket låg": "svag",
}


def grade(effect: Effect, certainty: Certainty, wanted: Wanted) -> Rating:
    """The grade: how sure it is that the outcome goes the wanted way.

    >>> grade("minskar", "måttlig", "minskar")
    'god'
    >>> grade("ökar", "hög", "minskar")
    'svag'
    >>> grade("inte känt", "mycket låg", "minskar")
    'oklar'
    """
    if effect == "inte känt":
        return "oklar"
    if effect == "blandat":
        return "begränsad" if certainty in ("hög", "måttlig") else "svag"
    return _BY_CERTAINTY[certainty] if is_wanted(effect, wanted) else "svag"


def is_wanted(effect: Effect, wanted: Wanted) -> bool:
    """Whether the outcome goes the way it should."""
    return effect.startswith(wanted)


def is_harm(effect: Effect, wanted: Wanted) -> bool:
    """Whether the outcome goes the wrong way."""
    opposite: Wanted = "ökar" if wanted == "minskar" else "minskar"
    return effect.startswith(opposite)
