"""A Word file that was written, read again."""

from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from kb.plans.document.blocks import Document
from kb.plans.document.word.write_docx import write_docx


def read_word(document: Document, template: bytes | None = None) -> WordDocument:
    """The document as python-docx opens it."""
    return docx.Document(BytesIO(write_docx(document, template).content))


def list_styled(word: WordDocument, style: str) -> list[str]:
    """Texts of the paragraphs in the style of that name."""
    return [p.text for p in word.paragraphs if p.style and p.style.name == style]


def list_codes(word: WordDocument, element: object) -> list[str]:
    """The codes of the fields in an element."""
    return [(code.text or "").strip() for code in element.iter(qn("w:instrText"))]  # type: ignore[attr-defined]
