"""Choices that a seed makes: the same seed, the same choices, on any machine."""

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from api.store.base import ID_BYTES

MARK = "de30de30"
"""What every id of the demonstration begins with, and of other ids one in four thousand million."""
T = TypeVar("T")


class Chance(random.Random):
    """Each thing that is made up has a chance of its own, so that one more of a kind changes none of the others."""

    def __init__(self, seed: int, *named: object) -> None:
        super().__init__(" ".join(map(str, (seed, *named))))

    def make_id(self) -> str:
        """An id that bears the mark of the demonstration."""
        n_digits = 2 * ID_BYTES - len(MARK)
        return f"{MARK}{self.getrandbits(4 * n_digits):0{n_digits}x}"

    def happens(self, probability: float) -> bool:
        return self.random() < probability

    def weigh(self, weights: dict[T, float]) -> T:
        """One of them, as often as its weight says."""
        return self.choices(list(weights), list(weights.values()))[0]

    def take(self, among: Sequence[T], n: int) -> list[T]:
        """At most n of them, in an order of chance."""
        return self.sample(list(among), min(n, len(among)))

    def moment_of(self, day: date) -> datetime:
        """When in the day's working hours."""
        minutes = timedelta(minutes=self.randrange(8 * 60))
        return datetime.combine(day, time(7), UTC) + minutes

    def days(self, first: int, last: int) -> timedelta:
        """So many days, both ends included."""
        return timedelta(days=self.randint(first, last))
