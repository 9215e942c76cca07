"""A clock that a test sets."""

from dataclasses import dataclass
from datetime import date

from tests.builders import TODAY


@dataclass(slots=True)
class SetClock:
    """Every look at it gives the day that it was set to last, TODAY at first."""

    day: date = TODAY

    def __call__(self) -> date:
        return self.day
