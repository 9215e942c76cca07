"""Units laid out as the encoder reads them: some at a time, with what stands before them to be understood by."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.problems.units import Unit

MAX_CHARS = 800
"""About 220 tokens, as the encoder was trained."""
MAX_PART_CHARS = 400
N_BEFORE = 2
"""Units before the first of a stretch that are read with it, for "det har pågått sedan i våras"."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """parts : the texts to read, of which the first n_before only help to understand the rest."""

    parts: tuple[str, ...]
    n_before: int


def cut_stretches(units: Sequence[Unit]) -> Iterator[Stretch]:
    """Stretches in which each unit, in order, stands once among those that are not before."""
    first = 0
    while first < len(units):
        before = _before(units, first)
        room = MAX_CHARS - sum(map(len, before))
        last = first + 1
        room -= len(_shorten(units[first].text))
        while last < len(units) and room >= len(_shorten(units[last].text)):
            room -= len(_shorten(units[last].text))
            last += 1
        yield Stretch((*before, *(_shorten(unit.text) for unit in units[first:last])), len(before))
        first = last


def _before(units: Sequence[Unit], first: int) -> list[str]:
    """The heading that the unit stands under and the last of what stands between."""
    near = units[max(0, first - N_BEFORE) : first]
    heading = units[first].heading
    above = [heading] if heading and all(unit.text != heading for unit in near) else []
    return [_shorten(text) for text in (*above, *(unit.text for unit in near))]


def _shorten(text: str) -> str:
    return text[:MAX_PART_CHARS]
