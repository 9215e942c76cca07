"""The pages of a PDF as lines with their place and type; what a document means is read from these alone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """text as printed; is_bold when all of it is; in points: size of type, and place from the page's lower left corner.

    A row of a table is as many lines as it has cells, on one baseline.
    """

    text: str
    size: float
    is_bold: bool
    left: float
    right: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Page:
    """height in points; lines in the order of the file, which is that of reading; has_image tells of pictures."""

    height: float
    lines: tuple[Line, ...]
    has_image: bool
