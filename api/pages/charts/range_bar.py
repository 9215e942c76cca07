"""A range as a bar beside its words: where no change is, and how far to either side it reaches."""

from collections.abc import Sequence

from markupsafe import Markup

from api.pages.charts.svg import element, write_svg
from kb.national.expected.interval import Interval
from kb.national.expected.relative_change import Direction

WIDTH, HEIGHT = 200, 20
EDGE = 4
THICK = 8
LEAST_WIDTH = 2
"""So that the narrowest range is seen."""


def draw_range(changed: Interval, direction: Direction, frame: Interval) -> Markup:
    """A bar from low to high and a line at no change. frame : what the whole width stands for, which has 0 in it

    What may go either way looks so, whatever its direction.
    """
    left, right = _x(changed.low, frame), _x(changed.high, frame)
    look = "open" if changed.low < 0 < changed.high else direction
    bar = element(
        "rect",
        class_=f"range-bar range-{look}",
        x=min(left, right - LEAST_WIDTH),
        y=(HEIGHT - THICK) / 2,
        width=max(right - left, LEAST_WIDTH),
        height=THICK,
        rx=2,
    )
    none = _x(0, frame)
    line = element("line", class_="range-none", x1=none, y1=0, x2=none, y2=HEIGHT)
    return write_svg(
        element("svg", bar, line, class_="chart range", aria_hidden="true", viewBox=f"0 0 {WIDTH} {HEIGHT}")
    )


def frame_ranges(ranges: Sequence[Interval]) -> Interval:
    """What all of them and no change lie within."""
    return Interval(min((0.0, *(one.low for one in ranges))), max((0.0, *(one.high for one in ranges))))


def _x(value: float, frame: Interval) -> float:
    return EDGE + (WIDTH - 2 * EDGE) * (value - frame.low) / ((frame.high - frame.low) or 1)
