"""Lines of pages grouped by what belongs together: the lines of a paragraph, or of the cells of a table's row."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kb.reading.lines import has_list_mark
from kb.reading.pdf.pdf_lines import Line, Page

SAME_SIZE = 1.1
"""Sizes of type within this factor are one: in scans that were made readable it wavers."""
PARAGRAPH_GAP = 1.25
"""From this factor of the usual distance between lines, a paragraph ends."""
MID_SENTENCE_GAP = 2.6
"""Up to this factor of its size of type, a full line goes on in the next when a sentence does: double spacing."""
FULL_LINE = 0.9
"""Share of the usual width that a line and the next line's first word would fill: with less, the break was meant."""

_SENTENCE_END = re.compile(r"[.:;!?…][”\"’)]*$")


@dataclass(frozen=True, slots=True)
class Body:
    """How running text looks in a document: size of type, distance of lines and width of a full line, in points."""

    size: float
    is_bold: bool
    pitch: float
    width: float


@dataclass(slots=True)
class Group:
    """cells : the lines of one paragraph, or of each cell of one row; page : where it ends, from 0.

    turned : how many lines of the first cell stand on pages before that.
    """

    page: int
    cells: list[list[Line]]
    turned: int = 0

    @property
    def lines(self) -> list[Line]:
        return [line for cell in self.cells for line in cell]


def measure_body(pages: Sequence[Page]) -> Body:
    """The commonest size of type, and of its lines the usual distance (a low one: it is the paragraphs' that vary)."""
    sizes, weights = Counter[float](), Counter[bool]()
    for line in (line for page in pages for line in page.lines):
        sizes[line.size] += len(line.text)
        weights[line.is_bold] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 1.0
    drops, widths = [], []
    for page in pages:
        lines = [line for line in page.lines if _is_alike(line.size, size)]
        drops += [a.baseline - b.baseline for a, b in pairwise(lines) if 0 < a.baseline - b.baseline < 3 * size]
        widths += [line.right - line.left for line in lines]
    return Body(size, weights[True] > weights[False], _quantile(drops, 0.2) or 1.2 * size, _quantile(widths, 0.9))


def _quantile(values: list[float], share: float) -> float:
    return sorted(values)[int(share * len(values))] if values else 0.0


def group_lines(pages: Sequence[Page], body: Body) -> Iterator[Group]:
    """The lines in their order, each in a group; a paragraph may run on over columns and pages."""
    group: Group | None = None
    for number, page in enumerate(pages):
        for line in page.lines:
            if group is None:
                group = Group(number, [[line]])
            elif group.page == number and (start := _find_row(group, line)) is not None:
                if start:
                    yield Group(number, [group.cells[0][:start]])
                group = Group(number, [group.cells[0][start:], *group.cells[1:], [line]])
            elif _runs_on(group, line, group.page == number, body):
                _append(group, line, number)
            else:
                yield group
                group = Group(number, [[line]])
    if group:
        yield group


def _append(group: Group, line: Line, page: int) -> None:
    if page != group.page:
        group.page, group.turned = page, len(group.cells[0])
    group.cells[-1].append(line)


def _find_row(group: Group, line: Line) -> int | None:
    """Which line of the first cell begins the row that the line adds a cell to: it is level, and to the left."""
    candidates = range(group.turned, len(group.cells[0])) if len(group.cells) == 1 else range(1)
    levels = (n for n in candidates if abs(group.cells[0][n].baseline - line.baseline) < line.size / 2)
    start = next(levels, None)
    if start is None or line.left <= max(other.right for other in (*group.cells[0][start:], group.cells[-1][-1])):
        return None
    return start


def _runs_on(group: Group, line: Line, is_same_page: bool, body: Body) -> bool:
    """Whether the line goes on where the group's last left off."""
    first, before = group.cells[-1][0], group.cells[-1][-1]
    if not _is_alike(before.size, line.size) or _begins_item(first, before, line, body):
        return False
    is_ended = _SENTENCE_END.search(before.text) is not None
    has_room = _has_room(before, line, body)
    if before.is_bold != line.is_bold and (is_ended or has_room):
        return False
    drop = before.baseline - line.baseline
    if not is_same_page or drop <= 0:
        return not is_ended and len(group.cells) == 1
    is_mid_sentence = not is_ended and not has_room and line.text[0].islower()
    if drop > max(PARAGRAPH_GAP * body.pitch, line.size * (MID_SENTENCE_GAP if is_mid_sentence else PARAGRAPH_GAP)):
        return False
    if len(group.cells) > 1:
        return line.left > first.left - line.size
    may_begin = is_ended or (line.text[0].isupper() and not line.is_bold)
    return not (may_begin and (has_room or (is_ended and _is_moved(first, before, line))))


def _has_room(before: Line, line: Line, body: Body) -> bool:
    """Whether the line's first word would have fitted where the line before it ended."""
    word_width = (line.right - line.left) * len(line.text.split()[0]) / len(line.text)
    return before.right - before.left + word_width < FULL_LINE * body.width


def _is_moved(first: Line, before: Line, line: Line) -> bool:
    """Whether the line is indented, or back from the indentation of a list."""
    if has_list_mark(first.text):
        return line.left < first.left + line.size / 4
    return line.left > before.left + line.size / 2


def _begins_item(first: Line, before: Line, line: Line, body: Body) -> bool:
    """Whether a list mark is one: a dash or a number may also happen to begin a line in the midst of a sentence."""
    if not has_list_mark(line.text):
        return False
    is_free = _has_room(before, line, body) or _SENTENCE_END.search(before.text) is not None
    return line.text[0] in "•‣◦▪●○" or is_free or has_list_mark(first.text)


def _is_alike(size: float, other: float) -> bool:
    return 1 / SAME_SIZE < size / other < SAME_SIZE
