"""The lines of a PDF's pages, as PDFium reads them. The one import of pypdfium2."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

import pypdfium2
from pypdfium2 import raw as pdfium

from kb.errors import DescriptionDamaged, DescriptionProtected
from kb.reading.characters import clean_characters
from kb.reading.pdf.columns import MIN_SPACE, find_space
from kb.reading.pdf.pdf_lines import Line, Page
from kb.reading.pdf.turned import find_turn, find_usual_turn, order_lines, place

CELL_GAP = 2.0
"""Space between two words, in sizes of type, from which they are cells of a table and not words of a line."""

_HYPHEN = "\x02"
"""What PDFium gives for a hyphen at a line's end, in place of the line's break."""
_LINE = re.compile(f"[^\r\n{_HYPHEN}]*{_HYPHEN}?")
_WORD = re.compile(r"\S+")
_BOLD_NAME = re.compile(r"bold|black|heavy|semi|demi", re.IGNORECASE)
_FILL_AND_STROKE = 2
_MAX_CODE = 0x10FFFF
_MAX_NAME = 100


def read_pages(raw: bytes) -> list[Page]:
    """The pages of a PDF.

    Raises
    ------
    DescriptionProtected : it opens with a password alone
    DescriptionDamaged : PDFium cannot read it
    """
    try:
        document = pypdfium2.PdfDocument(raw)
        return [_read_page(document[number]) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise DescriptionProtected(
                "the description is under a password; save it without one and send it again"
            ) from error
        raise DescriptionDamaged(
            "the description is a damaged PDF; export it anew from its source and send it again"
        ) from error


def _read_page(page: pypdfium2.PdfPage) -> Page:
    text = _TextPage(page)
    lines = order_lines(list(text.read_lines()))
    images = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    return Page(text.height, tuple(lines), any(True for _ in images))


@dataclass(frozen=True, slots=True)
class _Type:
    """turn : as `find_turn` tells it."""

    size: float
    is_bold: bool
    turn: int | None


class _TextPage:
    """A page's characters, asked for by number, and where they stand when its text is upright."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._page = page.get_textpage()
        self._raw = self._page.raw
        self._types: dict[int, _Type] = {}
        width, height = page.get_size()
        self._width, self._height = (height, width) if page.get_rotation() % 180 else (width, height)
        self._text = self._read_text()
        self._words = [list(_WORD.finditer(self._text, *line.span())) for line in _LINE.finditer(self._text)]
        starts = [word.start() for line in self._words for word in line]
        self._turn = find_usual_turn(self._type(start).turn for start in starts)

    @property
    def height(self) -> float:
        """Of the page when its text is upright."""
        return float(self._width if self._turn % 2 else self._height)

    def read_lines(self) -> Iterator[Line]:
        lines = [[self._read_word(word) for word in line if self._is_straight(word)] for line in self._words]
        space = find_space([word for line in lines for word in line])
        for words in lines:
            yield from filter(lambda cell: cell.text, map(_join_words, _split_at_gaps(words, space)))

    def _read_text(self) -> str:
        codes = [pdfium.FPDFText_GetUnicode(self._raw, i) for i in range(self._page.count_chars())]
        return "".join(chr(code) if code <= _MAX_CODE else "\ufffd" for code in codes)

    def _is_straight(self, word: re.Match[str]) -> bool:
        return self._type(word.start()).turn is not None

    def _read_word(self, word: re.Match[str]) -> Line:
        left, right = self._sides(word.start())
        right = self._sides(word.end() - 1)[1] if len(word[0]) > 1 else right
        kind = self._type(word.start())
        return Line(
            text=word[0].replace(_HYPHEN, "-"),
            size=kind.size,
            is_bold=kind.is_bold,
            left=left,
            right=right,
            baseline=self._baseline(word.start()),
        )

    def _sides(self, index: int) -> tuple[float, float]:
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        pdfium.FPDFText_GetCharBox(self._raw, index, left, right, bottom, top)
        corners = (self._place(left.value, bottom.value)[0], self._place(right.value, top.value)[0])
        return min(corners), max(corners)

    def _baseline(self, index: int) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._raw, index, x, y)
        return self._place(x.value, y.value)[1]

    def _place(self, x: float, y: float) -> tuple[float, float]:
        return place(x, y, self._turn, self._width, self._height)

    def _type(self, index: int) -> _Type:
        """The type, asked for once a text object: PDFium keeps a run of one type as one."""
        text_object = pdfium.FPDFText_GetTextObject(self._raw, index)
        if not text_object:
            return self._read_type(index, None)
        key = ctypes.addressof(text_object.contents)
        if key not in self._types:
            self._types[key] = self._read_type(index, text_object)
        return self._types[key]

    def _read_type(self, index: int, text_object: object) -> _Type:
        """The size as it appears: the font's, scaled as the page scales it."""
        matrix = pdfium.FS_MATRIX()
        is_scaled = pdfium.FPDFText_GetMatrix(self._raw, index, matrix)
        size = pdfium.FPDFText_GetFontSize(self._raw, index) * (hypot(matrix.c, matrix.d) if is_scaled else 1)
        name = ctypes.create_string_buffer(_MAX_NAME)
        pdfium.FPDFText_GetFontInfo(self._raw, index, name, _MAX_NAME, None)
        is_stroked = bool(text_object) and pdfium.FPDFTextObj_GetTextRenderMode(text_object) == _FILL_AND_STROKE
        is_bold = is_stroked or _BOLD_NAME.search(name.value.decode("latin-1")) is not None
        turn = find_turn(matrix.a, matrix.b) if is_scaled else 0
        return _Type(max(round(size, 1), 0.1), is_bold, turn)


def _split_at_gaps(words: Sequence[Line], space: float | None) -> Iterator[Sequence[Line]]:
    """The words of one line of PDFium's, apart where the space between is a table's or that of the page's columns."""
    gaps = [after.left - before.right for before, after in pairwise(words)]
    start = 0
    for end, gap in enumerate(gaps, 1):
        is_between = space is not None and words[end - 1].right < space < words[end].left
        is_cell = gap > CELL_GAP * words[end].size and not _is_justified(words, gaps)
        if is_cell or (is_between and gap > MIN_SPACE * words[end].size):
            yield words[start:end]
            start = end
    if words:
        yield words[start:]


def _is_justified(words: Sequence[Line], gaps: Sequence[float]) -> bool:
    """Whether the gaps are wide because a line of few words was stretched: then they are alike, but for the letters."""
    has_letters = any(any(map(str.isalpha, word.text)) for word in words)
    return has_letters and len(gaps) > 1 and max(gaps) - min(gaps) < words[0].size / 5


def _join_words(words: Sequence[Line]) -> Line:
    sizes = Counter[float]()
    for word in words:
        sizes[word.size] += len(word.text)
    return Line(
        text=clean_characters(" ".join(word.text for word in words)),
        size=sizes.most_common(1)[0][0],
        is_bold=all(word.is_bold for word in words),
        left=words[0].left,
        right=words[-1].right,
        baseline=words[0].baseline,
    )
