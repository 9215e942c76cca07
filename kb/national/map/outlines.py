"""The municipalities' outlines, as training/national_map/ made them; docs/national.md tells where they come from."""

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

Point = tuple[int, int]
_NUMBER = re.compile(r"-?\d+")


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the map, in its units, y growing southwards."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    def meets(self, other: "Box") -> bool:
        """Whether the two have any of the map in common."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.top <= other.bottom
            and other.top <= self.bottom
        )

    def widen(self, by: int) -> "Box":
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


@dataclass(frozen=True, slots=True)
class Outline:
    """A municipality on the map. path : as SVG writes it; middle : of its largest part, where a mark can stand"""

    code: str
    path: str
    box: Box
    middle: Point


@lru_cache(maxsize=1)
def load_outlines() -> dict[str, Outline]:
    """The outline of each municipality by its code, in the order of codes."""
    stored = json.loads(files(__package__).joinpath("outlines.json").read_text("utf-8"))
    return {code: _read_outline(code, rings) for code, rings in stored["outlines"].items()}


def frame_outlines(outlines: Collection[Outline]) -> Box:
    """The least box that has them all.

    Raises
    ------
    ValueError : there are none
    """
    if not outlines:
        raise ValueError("no outlines to frame; give those of at least one municipality")
    return Box(
        min(outline.box.left for outline in outlines),
        min(outline.box.top for outline in outlines),
        max(outline.box.right for outline in outlines),
        max(outline.box.bottom for outline in outlines),
    )


def read_ring(path: str) -> list[Point]:
    """The points of a ring that is written as a path: where it begins, and the steps from one to the next.

    >>> read_ring("M3 4l2 0 0-2z")
    [(3, 4), (5, 4), (5, 2)]
    """
    numbers = [int(told) for told in _NUMBER.findall(path)]
    return list(_walk(list(zip(numbers[::2], numbers[1::2], strict=True))))


def _read_outline(code: str, rings: list[str]) -> Outline:
    largest, *_ = corners = [read_ring(ring) for ring in rings]
    points = [point for ring in corners for point in ring]
    (xs, ys) = ([x for x, _ in points], [y for _, y in points])
    return Outline(code, "".join(rings), Box(min(xs), min(ys), max(xs), max(ys)), _find_middle(largest))


def _find_middle(ring: list[Point]) -> Point:
    """The centroid of a ring."""
    turns = [
        (x + next_x, y + next_y, x * next_y - next_x * y)
        for (x, y), (next_x, next_y) in zip(ring, ring[1:] + ring[:1], strict=True)
    ]
    six_areas = 3 * sum(turn for _, _, turn in turns)
    return round(sum(x * turn for x, _, turn in turns) / six_areas), round(
        sum(y * turn for _, y, turn in turns) / six_areas
    )


def _walk(steps: list[Point]) -> Iterator[Point]:
    x = y = 0
    for by_x, by_y in steps:
        x, y = x + by_x, y + by_y
        yield x, y
