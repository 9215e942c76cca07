"""What was read and is part of no problem, with why: the user may know better, and takes it up with one click."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kb.problems.problem import Problem
from kb.problems.read_unit import ReadUnit
from kb.problems.units import Unit

Why = Literal["denied", "over", "measure", "work", "number", "else", "unsure"]


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A unit and what it was read as; unsure : it may tell a problem, but not surely enough."""

    unit: Unit
    why: Why


def list_not_taken(units: Sequence[ReadUnit], problems: Sequence[Problem]) -> Iterator[NotTaken]:
    """The units that no problem has, in order, without headings."""
    taken = {unit.position for problem in problems for unit in problem.units}
    for item in units:
        if item.unit.position not in taken and item.unit.form != "heading":
            yield NotTaken(item.unit, "unsure" if item.stance == "problem" else item.stance)
