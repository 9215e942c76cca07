"""Municipalities as a map: each in the shade of its class, with a mark where the police have listed areas.

The map is one picture, with its summary as its text; what stands in it also stands in the table that the page has.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element

from markupsafe import Markup

from api.pages.charts.svg import KEY_SIZE, element, write_key, write_svg
from kb.national.map.outlines import Box, Outline

MARGIN = 0.02
"""Around the map, as a share of its longer side."""
MARK = 0.007
"""Half the width of a mark, as a share of the map's longer side."""
HATCH = "map-hatch"
Mark = Literal["severe", "area"]
"""Of the gravest class of area that the municipality has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A municipality on the map. told : its name and value in words; shade : from 1, None where it has no value

    mark : where the map shows one
    """

    outline: Outline
    told: str
    shade: int | None
    mark: Mark | None = None
    is_chosen: bool = False


def draw_choropleth(places: Sequence[Place], around: Sequence[Outline], frame: Box, title: str, summary: str) -> Markup:
    """The map of what is within the frame. around : the municipalities that are not told of, which show where we are"""
    longer = max(frame.width, frame.height)
    seen = frame.widen(round(longer * MARGIN))
    chosen_last = sorted(places, key=lambda place: place.is_chosen)
    return write_svg(
        element(
            "svg",
            element("title", title, id="karta-titel"),
            element("desc", summary, id="karta-beskrivning"),
            element("defs", _draw_hatch(longer)),
            *(element("path", class_="map-around", d=found.path) for found in around if found.box.meets(seen)),
            *(_draw_place(place) for place in chosen_last),
            *(_draw_mark(place.mark, place.outline, longer * MARK) for place in places if place.mark),
            class_="chart choropleth",
            role="img",
            aria_labelledby="karta-titel",
            aria_describedby="karta-beskrivning",
            viewBox=f"{seen.left} {seen.top} {seen.width} {seen.height}",
        )
    )


def draw_shade_key(shade: int | None) -> Markup:
    """The shade of a class, or of what is missing, beside the words that explain it."""
    if shade is not None:
        return write_key(element("rect", class_=f"map-shade-{shade}", x=1, y=3, width=20, height=16))
    stripes = element("path", class_="map-stripe", d="M1 13 11 3M1 19 17 3M7 19 21 5M13 19l8-8")
    return write_key(element("g", element("rect", class_="map-missing", x=1, y=3, width=20, height=16), stripes))


def draw_mark_key(mark: Mark) -> Markup:
    """A mark beside the words that explain it."""
    return write_key(_draw_shape(mark, KEY_SIZE / 2, KEY_SIZE / 2, 6))


def _draw_place(place: Place) -> Element:
    chosen = " map-chosen" if place.is_chosen else ""
    told = element("title", place.told)
    if place.shade is None:
        return element("path", told, class_=f"map-place{chosen}", fill=f"url(#{HATCH})", d=place.outline.path)
    return element("path", told, class_=f"map-place map-shade-{place.shade}{chosen}", d=place.outline.path)


def _draw_mark(mark: Mark, outline: Outline, radius: float) -> Element:
    return _draw_shape(mark, *outline.middle, radius)


def _draw_shape(mark: Mark, x: float, y: float, radius: float) -> Element:
    """A diamond for the gravest class, a disc for the other, so that they differ without a colour."""
    if mark == "severe":
        half = f"{radius * 1.3:.1f}"
        d = f"M{x:.1f} {y:.1f}m0-{half}l{half} {half}-{half} {half}-{half}-{half}z"
        return element("path", class_="map-mark", d=d)
    return element("circle", class_="map-mark map-mark-open", cx=x, cy=y, r=radius * 0.9)


def _draw_hatch(longer: int) -> Element:
    """The stripes of what is missing, as wide on a county as on the country."""
    step = longer / 90
    return element(
        "pattern",
        element("rect", class_="map-missing-ground", width=step, height=step),
        element("path", class_="map-stripe", d=f"M0 {step:.1f}L{step:.1f} 0"),
        id=HATCH,
        width=step,
        height=step,
        patternUnits="userSpaceOnUse",
    )
