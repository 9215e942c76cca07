"""What a goal or an indicator has been over time, as a line; the page has the same in a table."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from xml.etree.ElementTree import Element

from markupsafe import Markup

from api.formats import write_amount, write_day
from api.pages.charts.svg import element, write_svg

WIDTH, HEIGHT = 360, 150
"""User units; about as many pixels, so that the text can be read on the narrowest screen."""
LEFT, RIGHT, TOP, BOTTOM = 12, 348, 30, 112
SIZE = 13
Values = Sequence[tuple[date, Decimal]]
Strings = Mapping[str, str]


def course_chart(title: str, values: Values, target: Decimal | None, t: Strings) -> Markup:
    """An SVG with a dot for each value, in their order by day, and a dashed line at the target.

    Empty where there are fewer than two values: a line needs two ends.
    """
    if len(values) < 2:
        return Markup("")
    told = ", ".join(f"{write_day(day, t)}: {write_amount(float(value), t)}" for day, value in values)
    aim = f" {t['course_target']} {write_amount(float(target), t)}." if target is not None else ""
    dots = [(_x(day, values), _y(value, values, target)) for day, value in values]
    return write_svg(
        element(
            "svg",
            *_target(values, target, t),
            *(_line(one, other) for one, other in pairwise(dots)),
            *(element("circle", class_="course-dot", cx=x, cy=y, r=4.5) for x, y in dots),
            *_ends(values, dots, t),
            class_="chart course-chart",
            role="img",
            aria_label=f"{title}. {told}.{aim}",
            viewBox=f"0 0 {WIDTH} {HEIGHT}",
        )
    )


def _target(values: Values, target: Decimal | None, t: Strings) -> list[Element]:
    if target is None:
        return []
    y = _y(target, values, target)
    words = f"{t['course_target']} {write_amount(float(target), t)}"
    return [
        element("line", class_="course-target", x1=LEFT, y1=y, x2=RIGHT, y2=y),
        element("text", words, class_="soft", x=WIDTH / 2, y=14, font_size=SIZE, text_anchor="middle"),
    ]


def _line(one: tuple[float, float], other: tuple[float, float]) -> Element:
    return element("line", class_="course-line", x1=one[0], y1=one[1], x2=other[0], y2=other[1])


def _ends(values: Values, dots: Sequence[tuple[float, float]], t: Strings) -> list[Element]:
    """The first and the last value at their dots, and their days below."""
    named = ((0, "start"), (len(values) - 1, "end"))
    return [
        element("text", words, class_=style, x=dots[n][0], y=y, font_size=SIZE, text_anchor=anchor)
        for n, anchor in named
        for words, style, y in (
            (write_amount(float(values[n][1]), t), "strong", dots[n][1] - 9),
            (write_day(values[n][0], t), "soft", HEIGHT - 12),
        )
    ]


def _x(day: date, values: Values) -> float:
    first, last = values[0][0], values[-1][0]
    return LEFT + 6 + (RIGHT - LEFT - 12) * (day - first).days / max((last - first).days, 1)


def _y(value: Decimal, values: Values, target: Decimal | None) -> float:
    shown = [told for _, told in values] + ([target] if target is not None else [])
    low, high = min(shown), max(shown)
    return BOTTOM if low == high else BOTTOM - (BOTTOM - TOP) * float((value - low) / (high - low))
