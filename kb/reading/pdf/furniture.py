"""What a printed document has on every page and nobody reads: headers, footers, page numbers, dot leaders."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.reading.pdf.pdf_lines import Line, Page

EDGE_LINES = 6
"""So many lines at the top and at the bottom of a page may be header or footer."""
REPEATS_PER_PAGE = 1 / 4
"""On so many of the pages, and on two at least, a line of a header stands: left and right pages have their own, and
the pages of a chapter may."""

_PAGE_NUMBER = re.compile(r"(?:sida|sid|s|page)?\W*\d{1,4}\W*(?:(?:av|of|/|\()\W*\d{1,4}\W*)?", re.IGNORECASE)
_LEADERS = re.compile(r"(?:\.\s?|…\s?){4,}[\s|]*\d{1,4}$")

Place = tuple[str, int]


def drop_furniture(pages: Sequence[Page]) -> list[Page]:
    """The pages without headers, footers and page numbers, nor the lines of a table of contents.

    A header is told by standing on several pages in the same place with the same words, digits aside.
    """
    counts = Counter(place for page in pages for place in {_place(line, page) for line in _edge_lines(page)})
    needed = max(2, len(pages) * REPEATS_PER_PAGE)
    repeated = {place for place, count in counts.items() if count >= needed}
    return [_strip(page, repeated) for page in pages]


def _strip(page: Page, repeated: set[Place]) -> Page:
    dropped = {line for line in _edge_lines(page) if _place(line, page) in repeated}
    left = [line for line in _by_height(page) if line not in dropped]
    dropped |= {line for line in (*left[:1], *left[-1:]) if _PAGE_NUMBER.fullmatch(line.text)}
    return replace(page, lines=tuple(n for n in page.lines if n not in dropped and not _LEADERS.search(n.text)))


def _edge_lines(page: Page) -> Iterator[Line]:
    lines = _by_height(page)
    yield from lines[:EDGE_LINES]
    yield from lines[max(EDGE_LINES, len(lines) - EDGE_LINES) :]


def _by_height(page: Page) -> list[Line]:
    return sorted(page.lines, key=lambda line: -line.baseline)


def _place(line: Line, page: Page) -> Place:
    """The line's words and its height from the page's nearer edge, so that pages of two sizes share their headers.

    Digits count as alike beside words only: rows of figures may stand alike on two pages.
    """
    from_edge = min(line.baseline, page.height - line.baseline)
    has_words = any(map(str.isalpha, line.text))
    return re.sub(r"\d+", "#", line.text).casefold() if has_words else line.text, round(from_edge / 2)
