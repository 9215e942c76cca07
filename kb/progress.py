"""How a long job tells how far it has come, without knowing whom."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

Progress = Callable[[str, int, int], None]
"""Called with a step's name, how much of it is done and how much there is: first with 0 done, last with all."""


def be_silent(step: str, done: int, total: int) -> None:
    """For who does not want to know."""


def follow(step: str, items: Sequence[T], progress: Progress) -> Iterator[T]:
    """The items one by one; each is told of as done when the next is asked for."""
    for done, item in enumerate(items):
        progress(step, done, len(items))
        yield item
    progress(step, len(items), len(items))
