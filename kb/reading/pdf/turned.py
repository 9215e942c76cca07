"""Text that stands on its side or on its head, seen as its reader sees it who turns the page."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import atan2, pi

from kb.reading.pdf.pdf_lines import Line

QUARTERS = 4
_SLANT = 0.12
"""In quarters of a turn: what slants more is a stamp across the page."""


def find_turn(across: float, up: float) -> int | None:
    """Quarters of a turn, against the clock, that a text's direction is from the right; None for one aslant."""
    quarters = atan2(up, across) / (pi / 2)
    return round(quarters) % QUARTERS if abs(quarters - round(quarters)) < _SLANT else None


def find_usual_turn(turns: Iterable[int | None]) -> int:
    """The turn that most of a page's words have, 0 for a page without words."""
    counts = Counter(turn for turn in turns if turn is not None)
    return max(counts, key=lambda turn: (counts[turn], -turn), default=0)


def place(x: float, y: float, turn: int, width: float, height: float) -> tuple[float, float]:
    """The point on a page of the width and height as it lies when its text is upright."""
    if turn == 1:
        return y, width - x
    if turn == 2:
        return width - x, height - y
    return (height - y, x) if turn == QUARTERS - 1 else (x, y)


def order_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines from the top down, where the file has most of them the other way round."""
    steps = [after.baseline - before.baseline for before, after in pairwise(lines)]
    if sum(step > 0 for step in steps) <= sum(step < 0 for step in steps):
        return list(lines)
    return sorted(lines, key=lambda line: (-round(line.baseline), line.left))
