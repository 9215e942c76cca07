"""The name of a map's row, in the middle of its height."""

from xml.etree.ElementTree import Element

from api.pages.charts.svg import LINE_HEIGHT, text_lines

SIZE = 15
"""Of the font, in user units."""
BASELINE = 0.35
"""How far below the middle of a line its baseline is, in font sizes."""


def name_row(name: str, width: float, top: float, height: float) -> list[Element]:
    """The name as lines of at most width, in a row of that height from top."""
    n_lines = len(text_lines(name, 0, 0, width, SIZE))
    first = top + height / 2 - (n_lines - 1) * SIZE * LINE_HEIGHT / 2 + SIZE * BASELINE
    return text_lines(name, 0, first, width, SIZE)
