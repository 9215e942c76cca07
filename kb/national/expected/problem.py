"""What may be expected of each method for one problem of a municipality, with prices and with what it all assumes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from kb.documents import Guidance
from kb.national.expected.expect import ExpectedEffect, expect_effects
from kb.national.expected.interval import Interval
from kb.national.expected.plan_sizes import SizedProblem
from kb.national.expected.price import price_gain
from kb.national.expected.size import ProblemSize

Assumption = Literal["words_to_ranges", "reach", "same_thing", "holds_here", "not_added", "three_years"]
ASSUMPTIONS: tuple[Assumption, ...] = (
    "words_to_ranges",
    "reach",
    "same_thing",
    "holds_here",
    "not_added",
    "three_years",
)
"""What every range rests on; docs/national.md tells them."""


@dataclass(frozen=True, slots=True)
class PricedEffect:
    """What is expected of a method. kronor : what the plan says that it costs; price : kronor for each avoided"""

    expected: ExpectedEffect
    kronor: int | None
    price: Interval | None


@dataclass(frozen=True, slots=True)
class ExpectedOfProblem:
    """A problem with its size, and what may be expected of each method for it."""

    size: ProblemSize
    effects: Sequence[PricedEffect]


def expect_of_problem(sized: SizedProblem, guidance: Iterable[Guidance], reach: Interval) -> ExpectedOfProblem:
    """The methods for the problem as `expect_effects` has them, with prices where the plan has costs.

    Raises
    ------
    ValueError : reach is not above 0 and at most 1
    """
    return ExpectedOfProblem(
        sized.size, [_price(effect, sized) for effect in expect_effects(sized.size, guidance, reach)]
    )


def _price(expected: ExpectedEffect, sized: SizedProblem) -> PricedEffect:
    kronor = sized.kronor.get(expected.document.slug)
    return PricedEffect(expected, kronor, price_gain(kronor, expected) if kronor else None)
