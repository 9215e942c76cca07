"""A clock of moments that a test moves."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
"""On the day TODAY."""


@dataclass(slots=True)
class SetMoments:
    """Every look at it gives the moment that it was moved to last, NOON at first."""

    moment: datetime = NOON

    def __call__(self) -> datetime:
        return self.moment

    def move(self, by: timedelta) -> None:
        self.moment += by
