"""Pages set in columns, cut so that each column is read by itself; what spans the columns keeps its place."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise

from kb.reading.pdf.pdf_lines import Line, Page

MIN_LINES = 5
"""On each side of the space between columns."""
MIN_CHARS = 18
"""Of a column's usual line: with fewer, it is a table's."""
MIN_SPACE = 0.8
"""Between columns, in sizes of type."""
_INNER = 0.25
"""Share of the page's width at either side where no space between columns is looked for."""
_MAX_CROSSING = 0.15
"""Share of the lines that may span the columns: headings."""
_FULL = 0.85
"""Share of a column's width from which a line of it is full."""

_ALONE = 0.9
"""Share of a column's lines that must have a height of their own: cells share theirs."""


def split_columns(pages: Sequence[Page]) -> list[Page]:
    """The pages, those in columns as one page for each column, or part of one, in the order of reading."""
    return [part for page in pages for part in _split(page)]


def find_space(boxes: Sequence[Line]) -> float | None:
    """Where the space between two columns of the boxes lies, in points from the left; None where there is none.

    Parameters
    ----------
    boxes : lines, or words: those of one column leave spaces between them, but none from line to line
    """
    n_baselines = len({round(box.baseline) for box in boxes})
    if n_baselines < MIN_LINES:
        return None
    left, right = min(box.left for box in boxes), max(box.right for box in boxes)
    free = _find_free(boxes, left, right, _MAX_CROSSING * n_baselines)
    size = sorted(box.size for box in boxes)[len(boxes) // 2]
    widest = max(free, key=len, default=range(0))
    if len(widest) < MIN_SPACE * size:
        return None
    return left + (widest.start + widest.stop) / 2


def _find_free(boxes: Sequence[Line], left: float, right: float, most: float) -> list[range]:
    """The stretches of the page's inner part, in whole points from the left, that at most so many boxes cover."""
    width = int(right - left) + 1
    steps = [0] * (width + 2)
    for box in boxes:
        steps[int(box.left - left)] += 1
        steps[int(box.right - left) + 1] -= 1
    free: list[range] = []
    for x, n_covering in enumerate(accumulate(steps)):
        if _INNER * width < x < (1 - _INNER) * width and n_covering <= most:
            is_next = free and free[-1].stop == x
            start = free.pop().start if is_next else x
            free.append(range(start, x + 1))
    return free


@dataclass(slots=True)
class _Band:
    """What stands between two lines that span the columns."""

    left: list[Line] = field(default_factory=list)
    right: list[Line] = field(default_factory=list)


def _split(page: Page) -> Iterator[Page]:
    space = find_space(page.lines)
    sides = [line for line in page.lines if space and not line.left < space < line.right]
    if space is None or not _are_columns([n for n in sides if n.right <= space], [n for n in sides if n.left >= space]):
        yield page
        return
    yield from (replace(page, lines=tuple(lines)) for lines in _read_bands(page.lines, space) if lines)


def _read_bands(lines: Sequence[Line], space: float) -> Iterator[list[Line]]:
    """Column after column of each band, after the line that spans them above it."""
    spanning = sorted((line for line in lines if line.left < space < line.right), key=lambda line: -line.baseline)
    heights = [-line.baseline for line in spanning]
    bands = [_Band() for _ in range(len(spanning) + 1)]
    for line in lines:
        if not line.left < space < line.right:
            band = bands[bisect_left(heights, -line.baseline)]
            (band.left if line.right <= space else band.right).append(line)
    for band, above in zip(bands, [None, *spanning], strict=True):
        yield [above] if above else []
        yield band.left
        yield band.right


def _are_columns(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether the two sides are running text: its lines fill their column, and it has no rows as a table has."""
    if min(len(left), len(right)) < MIN_LINES or not all(map(_is_running, (left, right))):
        return False
    return not _have_rows(left, right)


def _is_running(lines: Sequence[Line]) -> bool:
    widths = sorted(line.right - line.left for line in lines)
    n_full = sum(width > _FULL * widths[-1] for width in widths)
    n_chars = sorted(len(line.text) for line in lines)[len(lines) // 2]
    n_heights = len({round(line.baseline) for line in lines})
    return 2 * n_full >= len(lines) and n_chars >= MIN_CHARS and n_heights > _ALONE * len(lines)


def _have_rows(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether paragraphs of the sides begin at the same heights, more than once: rows of a table do."""
    usual = min(map(_measure_pitch, (left, right)))
    starts = [_find_starts(lines, usual) for lines in (left, right)]
    near = {height + step for height in starts[1] for step in (-2, -1, 0, 1, 2)}
    shared = len(starts[0] & near)
    return shared >= 2 and 2 * shared >= max(map(len, starts))


def _measure_pitch(lines: Sequence[Line]) -> float:
    """The usual distance of lines: a low one, since it is the paragraphs' that vary."""
    heights = sorted({round(line.baseline) for line in lines})
    drops = sorted(above - below for below, above in pairwise(heights))
    return drops[len(drops) // 4] if drops else 0


def _find_starts(lines: Sequence[Line], usual: float) -> set[int]:
    """The heights of lines after a wider gap than the usual one, and of the first."""
    heights = sorted({round(line.baseline) for line in lines}, reverse=True)
    return {heights[0]} | {below for above, below in pairwise(heights) if above - below > 1.2 * usual + 1}
