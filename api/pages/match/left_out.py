"""What was read and is part of no problem, by why: each a click from being one."""

from collections.abc import Iterable
from dataclasses import dataclass

from kb.problems.adjust import says_something
from kb.problems.not_taken import NotTaken, Why
from kb.problems.units import Unit

ORDER: tuple[Why, ...] = ("unsure", "denied", "over", "measure", "work", "number", "else")


@dataclass(frozen=True, slots=True)
class LeftOut:
    why: Why
    units: tuple[Unit, ...]


def group_left_out(not_taken: Iterable[NotTaken]) -> list[LeftOut]:
    """The units with words enough to be a problem, grouped; first those that may be one after all."""
    told = [item for item in not_taken if says_something(item.unit.text)]
    groups = [LeftOut(why, tuple(item.unit for item in told if item.why == why)) for why in ORDER]
    return [group for group in groups if group.units]
