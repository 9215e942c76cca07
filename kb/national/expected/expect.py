"""What methods may change of a problem: its size, times what is reached, times what the evidence allows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from kb.badge import find_badge, find_outcome
from kb.documents import Evidence, Guidance
from kb.national.expected.interval import Interval, multiply, round_outwards
from kb.national.expected.relative_change import Direction, find_direction, find_outcome_change
from kb.national.expected.size import ProblemSize
from kb.vocabulary import ASSESSED_KINDS

WIDEST_REACH = Interval(0.1, 1.0)
"""Of what a measure reaches when nobody has said: from a tenth of the problem to all of it."""
WhyNoRange = Literal["not_assessed", "unknown", "advised_against", "zero"]
"""not_assessed: for this problem; unknown: no effect is known; advised_against: and no harm is measured; zero: the
problem's size is 0"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedEffect:
    """What a method may change of a problem, in the unit of its size: below 0 fewer, above 0 more.

    outcome : None where the document has none for the problem; change : relative, as the evidence allows
    changed : rounded outwards, never one number alone; None for the reason in why_none
    """

    document: Guidance
    outcome: Evidence | None
    direction: Direction
    change: Interval | None
    changed: Interval | None
    why_none: WhyNoRange | None

    @property
    def worst(self) -> float:
        """The end of the range with least of what is wanted, larger the better; the order of a list."""
        if self.changed is None or self.outcome is None:
            return float("-inf")
        return -self.changed.high if self.outcome.wanted == "minskar" else self.changed.low


def expect_effects(
    size: ProblemSize, guidance: Iterable[Guidance], reach: Interval = WIDEST_REACH
) -> Sequence[ExpectedEffect]:
    """What each method for the area may change, the surest first: those whose least gain is largest.

    Then those without a range, what is advised against last.

    Raises
    ------
    ValueError : reach is not above 0 and at most 1
    """
    check_reach(reach)
    expected = [_expect(document, size, reach) for document in guidance if _is_for(document, size.area)]
    return sorted(
        expected,
        key=lambda told: (
            told.document.is_advised_against or told.direction == "harm",
            told.changed is None,
            -told.worst,
            told.document.slug,
        ),
    )


def check_reach(reach: Interval) -> None:
    """Return if the reach is a share that can be reached.

    Raises
    ------
    ValueError : it is not above 0 and at most 1
    """
    if not 0 < reach.low <= reach.high <= 1:
        raise ValueError(f"a reach from {reach.low} to {reach.high} is no share above 0 and at most 1; give one")


def _is_for(document: Guidance, area: str) -> bool:
    return document.kind in ASSESSED_KINDS and area in document.primary_areas


def _expect(document: Guidance, size: ProblemSize, reach: Interval) -> ExpectedEffect:
    outcome = _find_outcome(document, size.area)
    change = find_outcome_change(outcome, is_advised_against=document.is_advised_against) if outcome else None
    changed = round_outwards(multiply(size.values, reach, change)) if change and size.values.high else None
    return ExpectedEffect(
        document=document,
        outcome=outcome,
        direction=_find_direction(document, outcome),
        change=change,
        changed=changed,
        why_none=None if changed else _tell_why(document, outcome, change),
    )


def _find_outcome(document: Guidance, area: str) -> Evidence | None:
    """The outcome that the content says speaks for the area; none where only the main one is near."""
    badge = find_badge(document, area)
    return find_outcome(document, area) if badge and badge.is_about_problem else None


def _find_direction(document: Guidance, outcome: Evidence | None) -> Direction:
    if document.is_advised_against:
        return "harm"
    return find_direction(outcome.effect, outcome.wanted) if outcome else "open"


def _tell_why(document: Guidance, outcome: Evidence | None, change: Interval | None) -> WhyNoRange:
    if outcome is None:
        return "not_assessed"
    if outcome.effect == "inte känt":
        return "unknown"
    if change is None and document.is_advised_against:
        return "advised_against"
    return "zero"
