"""A PDF read into Markdown."""

from collections.abc import Sequence

from kb.errors import DescriptionDamaged, DescriptionScanned
from kb.reading.blocks import write_markdown
from kb.reading.pdf.columns import split_columns
from kb.reading.pdf.furniture import drop_furniture
from kb.reading.pdf.layout import arrange
from kb.reading.pdf.pdf_lines import Page
from kb.reading.pdf.pdfium import read_pages

MIN_LETTERS_PER_PAGE = 25
"""A page with fewer letters and a picture was scanned; a stamp may have been printed on it."""

_END_WITHIN = 1024


def read_pdf(raw: bytes) -> str:
    """The text as Markdown: headings by size and weight of type, no headers, footers or page numbers.

    Raises
    ------
    DescriptionDamaged : cut off, or PDFium cannot read it
    DescriptionProtected : it opens with a password alone
    DescriptionScanned : most of its pages are pictures
    """
    if b"%%EOF" not in raw.rstrip(b"\0\r\n\t ")[-_END_WITHIN:]:
        raise DescriptionDamaged("the description is a PDF that was cut off; send it again, whole")
    pages = drop_furniture(read_pages(raw))
    _refuse_scan(pages)
    return write_markdown(arrange(split_columns(pages)))


def _refuse_scan(pages: Sequence[Page]) -> None:
    n_letters = [sum(map(str.isalpha, "".join(line.text for line in page.lines))) for page in pages]
    n_scanned = sum(n < MIN_LETTERS_PER_PAGE and page.has_image for n, page in zip(n_letters, pages, strict=True))
    if not sum(n_letters) or 2 * n_scanned > len(pages):
        raise DescriptionScanned(
            f"the description is a PDF where {n_scanned} of {len(pages)} pages are pictures without text; "
            "send the document that was scanned, or have the scan made readable (OCR) first"
        )
