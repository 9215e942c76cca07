"""How much an outcome may change, of the words that the content has for its effect and its certainty.

The words are set by the rule of docs/editorial.md; what range each of them stands for is told in docs/national.md, with
why. A range is of the outcome's size, as a share of what it would have been: -0.25 is a quarter fewer.
"""

from collections.abc import Mapping
from typing import Literal

from kb.documents import Evidence
from kb.grade import is_harm, is_wanted
from kb.national.expected.interval import Interval
from kb.vocabulary import Certainty, Effect, Wanted

Direction = Literal["gain", "harm", "open"]
"""open: the studies found no certain difference, or point different ways"""

LEAST = 0.01
"""A certain effect is more than none; how little it may be the rule does not say."""
MUCH = 0.25
"""From here on the rule says "mycket"."""
MOST = 0.50
"""More than this is never counted upon, whatever a single study has found."""
ASTRAY = 0.10
"""So much an effect of very low certainty may go the other way."""
NEAREST: Mapping[Certainty, float] = {"hög": 1.0, "måttlig": 0.5, "låg": 0.0, "mycket låg": 0.0}
"""What is left of the least effect that the word stands for."""
NO_DIFFERENCE: Mapping[Certainty, float] = {"hög": 0.05, "måttlig": 0.10, "låg": 0.25, "mycket låg": 0.50}
"""How large a difference may have been missed, either way."""
_SIZES: Mapping[Effect, tuple[float, float]] = {
    "minskar mycket": (MUCH, MOST),
    "minskar": (LEAST, MUCH),
    "ökar": (LEAST, MOST),  # the rule has no word for how much more
}


def find_change(effect: Effect, certainty: Certainty, wanted: Wanted) -> Interval | None:
    """The range of the relative change, None where nothing is known.

    Lower certainty never makes the range narrower, and never makes more of a gain. What does harm has no gain in its
    range.

    >>> find_change("minskar mycket", "hög", "minskar")
    Interval(low=-0.5, high=-0.25)
    >>> find_change("minskar", "låg", "minskar")
    Interval(low=-0.25, high=0.0)
    """
    if effect == "inte känt":
        return None
    if effect == "ingen skillnad":
        return Interval(-NO_DIFFERENCE[certainty], NO_DIFFERENCE[certainty])
    if effect == "blandat":
        return Interval(-max(MUCH, NO_DIFFERENCE[certainty]), max(MUCH, NO_DIFFERENCE[certainty]))
    least, most = _SIZES[effect]
    nearest = least * NEAREST[certainty]
    if certainty == "mycket låg" and is_wanted(effect, wanted):
        nearest = -ASTRAY
    return Interval(nearest, most) if effect == "ökar" else Interval(-most, -nearest or 0.0)


def find_direction(effect: Effect, wanted: Wanted) -> Direction:
    """Which way the word goes, seen from what is wanted."""
    if is_harm(effect, wanted):
        return "harm"
    return "gain" if is_wanted(effect, wanted) else "open"


def leave_out_gain(change: Interval, wanted: Wanted) -> Interval | None:
    """What of the range is no gain, for what is advised against; None where nothing of it is.

    >>> leave_out_gain(Interval(-0.25, 0.25), "minskar")
    Interval(low=0.0, high=0.25)
    """
    left = (max(change.low, 0.0), change.high) if wanted == "minskar" else (change.low, min(change.high, 0.0))
    return Interval(*left) if left[0] < left[1] else None


def find_outcome_change(outcome: Evidence, *, is_advised_against: bool) -> Interval | None:
    """The range for an outcome of a document; what is advised against is never shown as a gain."""
    change = find_change(outcome.effect, outcome.certainty, outcome.wanted)
    if change is None or not is_advised_against:
        return change
    return leave_out_gain(change, outcome.wanted)
