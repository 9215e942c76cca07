"""A problem as the page of a match shows it, and as a person then wants it."""

from dataclasses import dataclass

from kb.problems.adjust import Adjustment
from kb.problems.problem import SURE


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustedProblem:
    """title : empty to be named by its area; shown : the name that it had on the page
    positions : of its units, in order, at least one
    area : slug of the one that a person says it is about, empty to have it read
    numbers : of the problems on the page that it was made of, none for a new one
    """

    title: str = ""
    shown: str = ""
    positions: tuple[int, ...]
    cause: str = ""
    certainty: float = 1.0
    area: str = ""
    numbers: tuple[int, ...] = ()

    @property
    def is_uncertain(self) -> bool:
        return self.certainty < SURE

    @property
    def adjustment(self) -> Adjustment:
        """The same as the core takes it."""
        return Adjustment(
            self.title or None, self.positions, self.cause, certainty=self.certainty, area=self.area or None
        )
