"""What a unit of a description does: the stances, in the order of their model's classes."""

from typing import Literal, get_args

Stance = Literal["problem", "denied", "over", "measure", "work", "number", "else"]
STANCES: tuple[Stance, ...] = get_args(Stance)
