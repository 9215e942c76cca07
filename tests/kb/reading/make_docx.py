"""Word documents for tests: as Word's own library writes them, or from a body of raw XML."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx.document import Document

MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)


def save(document: Document) -> bytes:
    """The document's file."""
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def make_docx(body: str, styles: str = "", notes: str = "") -> bytes:
    """A document with the body, and styles and a part of footnotes if any."""
    parts = {"word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"}
    parts |= {"word/styles.xml": f"<w:styles {NAMESPACES}>{styles}</w:styles>"} if styles else {}
    parts |= {"word/footnotes.xml": notes} if notes else {}
    return zip_parts({"[Content_Types].xml": content_types(MAIN_TYPE)} | parts)


def content_types(document_type: str, part: str = "/word/document.xml") -> str:
    """The part of a package that says of which type its document is."""
    return f'<Types xmlns="x"><Override PartName="{part}" ContentType="{document_type}"/></Types>'


def paragraph(text: str, properties: str = "", run_properties: str = "") -> str:
    """A paragraph of one run, as XML."""
    run = f"<w:r><w:rPr>{run_properties}</w:rPr><w:t>{text}</w:t></w:r>"
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def zip_parts(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of the parts."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()
