"""Lines of a page for tests: every letter is half as wide as its type is high."""

from collections.abc import Sequence

from kb.reading.pdf.pdf_lines import Line, Page

FULL = "Narkotika säljs öppet på torget och det har pågått länge nu"
LEADING = 14
LEFT = 70


def make_line(text: str, baseline: float, x: float = LEFT, size: float = 11, is_bold: bool = False) -> Line:
    """A line of 11 points at the left margin, unless told otherwise."""
    return Line(text=text, size=size, is_bold=is_bold, left=x, right=x + len(text) * size / 2, baseline=baseline)


def make_lines(*texts: str, top: float = 700, x: float = LEFT) -> list[Line]:
    """Lines below each other, as close as a paragraph's."""
    return [make_line(text, top - LEADING * number, x) for number, text in enumerate(texts)]


def make_pages(*pages: Sequence[Line]) -> list[Page]:
    """Pages of the lines."""
    return [Page(842, tuple(page), False) for page in pages]


def make_body(top: float = 300) -> list[Line]:
    """Running text, so that there is a size of type, a width and a distance to compare with."""
    return make_lines(FULL, FULL, FULL, "och nu är det slut.", top=top)


BODY_TEXT = f"{FULL} {FULL} {FULL} och nu är det slut."
