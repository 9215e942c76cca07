"""Drawings as SVG elements, escaped by the standard library; no style attributes, which the CSP forbids."""

import textwrap
from xml.etree.ElementTree import Element, tostring

from markupsafe import Markup

KEY_SIZE = 22
LINE_HEIGHT = 1.3
"""Of text on several lines, in font sizes."""
CHAR_EM = 0.52
"""Mean width of a character in a system font, in font sizes; wide enough that a wrapped line keeps within its place."""


def element(tag: str, *children: Element | str, **attributes: str | float) -> Element:
    """An element; `class_` is class, `stroke_width` stroke-width; numbers have at most one decimal.

    >>> from xml.etree.ElementTree import tostring
    >>> tostring(element("circle", class_="dot", r=2.25)).decode()
    '<circle class="dot" r="2.2" />'
    """
    made = Element(tag, {_name(name): _write(value) for name, value in attributes.items()})
    for child in children:
        if isinstance(child, str):
            _add_text(made, child)
        else:
            made.append(child)
    return made


def write_svg(drawing: Element) -> Markup:
    """The drawing for a page."""
    return Markup(tostring(drawing, encoding="unicode"))  # noqa: S704  tostring escapes text and attributes


def write_key(shape: Element) -> Markup:
    """A shape within KEY_SIZE x KEY_SIZE alone, beside the words that explain it."""
    size = {"width": KEY_SIZE, "height": KEY_SIZE}
    return write_svg(
        element("svg", shape, class_="chart key", aria_hidden="true", viewBox=f"0 0 {KEY_SIZE} {KEY_SIZE}", **size)
    )


def text_lines(text: str, x: float, y: float, width: float, size: float, **attributes: str) -> list[Element]:
    """The text as lines that keep within width, the first with its baseline at y; size: of the font, in user units."""
    lines = textwrap.wrap(text, max(8, int(width / (size * CHAR_EM))))
    return [
        element("text", line, x=x, y=y + i * size * LINE_HEIGHT, font_size=size, **attributes)
        for i, line in enumerate(lines)
    ]


def _add_text(made: Element, text: str) -> None:
    if len(made):
        made[-1].tail = (made[-1].tail or "") + text
    else:
        made.text = (made.text or "") + text


def _name(name: str) -> str:
    return name if name == "viewBox" else name.rstrip("_").replace("_", "-")


def _write(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
