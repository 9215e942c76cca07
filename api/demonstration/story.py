"""What happens in a case and when, by chance; what has not happened by the last day is not told."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from api.demonstration.chance import Chance
from kb.documents import Period

Fate = Literal["done", "declined", "merged", "goes on"]
FATES: dict[Fate, float] = {"done": 78.0, "declined": 8.0, "merged": 3.0, "goes on": 11.0}
SATURDAY = 5
BY_ADVISOR = 0.2
"""How often the advisor helps without an expert."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Days in their order. taken : an advisor takes the case; settled : it is declined or merged, where it is to be

    asked, answered : the expert that says yes; helped : when advice is given; closed : when the case is done
    """

    fate: Fate
    with_expert: bool
    created: date
    taken: date
    settled: date
    asked: date
    answered: date
    helped: Period
    closed: date

    def is_settled(self, until: date) -> bool:
        """Whether it has been declined or merged by that day."""
        return self.fate in ("declined", "merged") and self.settled <= until

    def is_done(self, until: date) -> bool:
        return self.fate == "done" and self.closed <= until


def tell_story(created: date, chance: Chance) -> Story:
    """What is to happen with a case that is sent on that day."""
    taken = created + chance.days(0, 9)
    asked = taken + chance.days(1, 12)
    answered = asked + chance.days(1, 13)
    first = answered + chance.days(3, 20)
    last = first + chance.days(6, 45)
    return Story(
        fate=chance.weigh(FATES),
        with_expert=not chance.happens(BY_ADVISOR),
        created=created,
        taken=taken,
        settled=taken + chance.days(1, 6),
        asked=asked,
        answered=answered,
        helped=Period(first, last),
        closed=last + chance.days(2, 25),
    )


def choose_days(n: int, until: date, years: int, chance: Chance) -> list[date]:
    """Weekdays of the years before the last day, that day included, in order; at the end twice as many as at first."""
    first = until - timedelta(days=365 * years - 1)
    days = [first + timedelta(days=number) for number in range(365 * years)]
    weekdays = [day for day in days if day.weekday() < SATURDAY]
    return sorted(chance.choices(weekdays, range(len(weekdays), 2 * len(weekdays)), k=n))
