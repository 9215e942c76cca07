"""Which methods and experts a person wants in the plan: what was ticked, and what was there to tick."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choices:
    """Both hold `number:slug`, the number being the problem's on the page that was answered."""

    shown: frozenset[str]
    ticked: frozenset[str]

    def has(self, numbers: Sequence[int], slug: str) -> bool:
        """Whether the suggestion is wanted for a problem made of these; what was never shown is.

        >>> Choices(frozenset({"1:sspf", "2:sspf"}), frozenset({"2:sspf"})).has([1, 2], "sspf")
        True
        """
        asked = {f"{number}:{slug}" for number in numbers} & self.shown
        return not asked or bool(asked & self.ticked)


def read_choices(shown: Iterable[str], ticked: Iterable[str]) -> Choices:
    """The choices of a page, from its fields `shown` and `chosen`."""
    return Choices(frozenset(shown), frozenset(ticked))
