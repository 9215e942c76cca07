"""The lines of a PDF's pages, as PDFium reads them. The one import of pypdfium2."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot

import pypdfium2
from pypdfium2 import raw as pdfium

from kb.errors import DescriptionDamaged, DescriptionProtected
from kb.reading.characters import clean_characters
from kb.reading.pdf.pdf_lines import Line, Page

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
    lines = tuple(_TextPage(page).read_lines())
    images = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    return Page(page.get_height(), lines, any(True for _ in images))


class _TextPage:
    """A page's characters, asked for by number."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._page = page.get_textpage()
        self._raw = self._page.raw
        self._types: dict[int, tuple[float, bool]] = {}

    def read_lines(self) -> Iterator[Line]:
        codes = [pdfium.FPDFText_GetUnicode(self._raw, i) for i in range(self._page.count_chars())]
        text = "".join(chr(code) if code <= _MAX_CODE else "\ufffd" for code in codes)
        for line in _LINE.finditer(text):
            words = [self._read_word(word[0], *word.span()) for word in _WORD.finditer(text, *line.span())]
            yield from filter(lambda cell: cell.text, map(_join_words, _split_at_gaps(words)))

    def _read_word(self, text: str, first: int, end: int) -> Line:
        left, right = self._sides(first)
        right = self._sides(end - 1)[1] if end - first > 1 else right
        size, is_bold = self._type(first)
        return Line(
            text=text.replace(_HYPHEN, "-"),
            size=size,
            is_bold=is_bold,
            left=left,
            right=right,
            baseline=self._baseline(first),
        )

    def _sides(self, index: int) -> tuple[float, float]:
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        pdfium.FPDFText_GetCharBox(self._raw, index, left, right, bottom, top)
        return left.value, right.value

    def _baseline(self, index: int) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._raw, index, x, y)
        return y.value

    def _type(self, index: int) -> tuple[float, bool]:
        """Size and boldness, asked for once a text object: PDFium keeps a run of one type as one."""
        text_object = pdfium.FPDFText_GetTextObject(self._raw, index)
        if not text_object:
            return self._read_type(index, None)
        key = ctypes.addressof(text_object.contents)
        if key not in self._types:
            self._types[key] = self._read_type(index, text_object)
        return self._types[key]

    def _read_type(self, index: int, text_object: object) -> tuple[float, bool]:
        """The size as it appears: the font's, scaled as the page scales it."""
        matrix = pdfium.FS_MATRIX()
        is_scaled = pdfium.FPDFText_GetMatrix(self._raw, index, matrix)
        size = pdfium.FPDFText_GetFontSize(self._raw, index) * (hypot(matrix.c, matrix.d) if is_scaled else 1)
        name = ctypes.create_string_buffer(_MAX_NAME)
        pdfium.FPDFText_GetFontInfo(self._raw, index, name, _MAX_NAME, None)
        is_stroked = bool(text_object) and pdfium.FPDFTextObj_GetTextRenderMode(text_object) == _FILL_AND_STROKE
        return max(round(size, 1), 0.1), is_stroked or _BOLD_NAME.search(name.value.decode("latin-1")) is not None


def _split_at_gaps(words: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The words of one line of PDFium's, apart where the space between is a column's."""
    gaps = [after.left - before.right for before, after in pairwise(words)]
    start = 0
    for end, gap in enumerate(gaps, 1):
        if gap > CELL_GAP * words[end].size and not _is_justified(words, gaps):
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
