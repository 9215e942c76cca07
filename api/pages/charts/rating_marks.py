"""How an evidence rating is drawn: filled bars, as in the badges, and for discs a colour with a pattern.

Shape and pattern say what the colour does, for who does not see it, for print and for forced colours.
"""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from api.pages.charts.svg import element
from kb.documents import Evidence
from kb.vocabulary import Certainty, Rating

BARS: Mapping[Rating, int] = {"stark": 4, "god": 3, "begränsad": 2, "svag": 1, "oklar": 0}
CERTAINTY_BARS: Mapping[Certainty, int] = {"hög": 4, "måttlig": 3, "låg": 2, "mycket låg": 1}
METER_WIDTH, METER_HEIGHT = 26, 16


def draw_meter(rating: Rating, x: float, y: float) -> Element:
    """The rating as filled bars in a box of METER_WIDTH x METER_HEIGHT whose upper left corner is at (x, y)."""
    return _draw_bars(BARS[rating], rating, x, y)


def draw_certainty(item: Evidence, x: float, y: float) -> Element:
    """How sure the effect is as filled bars, in the colour of its grade; a question where no effect is known."""
    if item.effect == "inte känt":
        return _draw_bars(0, item.rating, x, y)
    mark = _draw_bars(CERTAINTY_BARS[item.certainty], item.rating, x, y)
    mark.set("data-certainty", item.certainty)
    return mark


def draw_disc(rating: Rating, x: float, y: float, radius: float) -> Element:
    """A disc around (x, y) with the rating's colour and pattern; the drawing must have `draw_patterns`."""
    backing = element("circle", class_="disc", cx=x, cy=y, r=radius)
    pattern = element("circle", cx=x, cy=y, r=radius, fill=f"url(#pattern-{_ascii(rating)})")
    return element("g", backing, pattern, class_="rated", data_rating=rating)


def draw_patterns() -> Element:
    """The definitions that discs refer to; once in a page."""
    return element("defs", *(_pattern(rating) for rating in BARS))


def draw_harm(x: float, y: float) -> Element:
    """An octagon with a cross, 16 x 16, its upper left corner at (x, y): advised against, or does harm."""
    octagon = element("path", class_="harm-shape", d="M5 1h6l4 4v6l-4 4H5l-4-4V5z")
    cross = element("path", class_="harm-cross", d="m5.5 5.5 5 5m0-5-5 5")
    return element("g", octagon, cross, class_="harm", transform=f"translate({x:.1f} {y:.1f})")


def _draw_bars(n: int, rating: Rating, x: float, y: float) -> Element:
    if not n:
        frame = element("rect", class_="meter-unknown", x=1, y=1, width=24, height=14, rx=3)
        question = element("path", class_="meter-question", d="M10.5 6.3a2.5 2.2 0 1 1 2.5 2.3v1.2M13 12.2v.2")
        shapes = [frame, question]
    else:
        shapes = [_bar(i, is_on=i < n) for i in range(4)]
    meter = element("g", *shapes, class_="meter", transform=f"translate({x:.1f} {y:.1f})")
    return element("g", meter, data_rating=rating)


def _bar(position: int, *, is_on: bool) -> Element:
    name = "meter-on" if is_on else "meter-off"
    return element("rect", class_=name, x=1 + position * 6.5, y=10 - position * 3, width=4.5, height=5 + position * 3)


def _pattern(rating: Rating) -> Element:
    """stark is whole, god has thin gaps, begränsad stripes, svag has dots, oklar is empty."""
    shapes: Mapping[Rating, list[Element]] = {
        "stark": [element("rect", class_="ink", width=8, height=8)],
        "god": [
            element("rect", class_="ink", width=8, height=8),
            element("path", class_="gap", d="M-2 2 2-2M0 8 8 0M6 10 10 6"),
        ],
        "begränsad": [element("path", class_="stripe", d="M-2 2 2-2M0 8 8 0M6 10 10 6")],
        "svag": [
            element("circle", class_="ink", cx=2, cy=2, r=1.3),
            element("circle", class_="ink", cx=6, cy=6, r=1.3),
        ],
        "oklar": [],
    }
    return element(
        "pattern",
        *shapes[rating],
        id=f"pattern-{_ascii(rating)}",
        class_="rated",
        data_rating=rating,
        width=8,
        height=8,
        patternUnits="userSpaceOnUse",
    )


def _ascii(rating: Rating) -> str:
    return rating.replace("ä", "a")
