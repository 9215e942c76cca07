"""Units of a description, by which its problems are told and adjusted."""

from typing import Literal

from api.schemas.schema import Schema
from kb.problems.not_taken import NotTaken
from kb.problems.problem import Problem
from kb.problems.units import Form


class UnitOut(Schema):
    """position from 0 in the description; heading is the nearest above, or empty; text masked."""

    position: int
    heading: str
    text: str
    form: Form


class NotTakenOut(UnitOut):
    """A unit that is part of no problem; why: what it was read as, `unsure` when it may tell one after all."""

    why: Literal["denied", "over", "measure", "work", "number", "else", "unsure"]


def units_out(problem: Problem) -> list[UnitOut]:
    """A problem's units in the shape of the API."""
    return [UnitOut.model_validate(unit) for unit in problem.units]


def not_taken_out(item: NotTaken) -> NotTakenOut:
    """A unit that no problem has in the shape of the API."""
    unit = item.unit
    return NotTakenOut(position=unit.position, heading=unit.heading, text=unit.text, form=unit.form, why=item.why)
