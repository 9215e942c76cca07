"""What a municipality has asked for and had, as values of the order."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from kb.national.priority.criteria import Criterion
from kb.national.priority.told import Told, exactly

MANY_CASES = 3
MANY_HOURS = 24.0
"""So many open cases, and so many hours of advice, and more, weigh the same."""


@dataclass(frozen=True, slots=True)
class Support:
    """n_open, n_ended : cases that go on and that have ended; hours : of advice; areas : slugs of what it asked about

    All of a period that goes back from today.
    """

    n_open: int = 0
    n_ended: int = 0
    hours: float = 0.0
    areas: Set[str] = frozenset()


NOTHING = Support()


def rate_support(support: Support) -> Mapping[Criterion, Told]:
    """Who has more open cases, and who has had less advice, comes first; to have asked nothing is known, not missing.

    >>> rate_support(Support(n_open=1, hours=6.0))["had"].point
    0.75
    """
    return {
        "asked": exactly(min(support.n_open / MANY_CASES, 1.0)),
        "had": exactly(1.0 - min(support.hours / MANY_HOURS, 1.0)),
    }
