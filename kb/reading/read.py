"""A description of any format read into Markdown: the first step of a match."""

from kb.errors import DescriptionEmpty, DescriptionTooLarge
from kb.extras import require_extra
from kb.reading.apart import read_apart
from kb.reading.csv_text import read_csv
from kb.reading.formats import find_format
from kb.reading.plain_text import read_plain_text

MAX_BYTES = 50_000_000


def read_description(raw: bytes, name: str = "") -> str:
    """The description as Markdown: headings as #, list items as `- item`, blank lines between paragraphs.

    A row of a table is a line, `Column: cell; Column: cell`. Broken lines and words are whole again. What is not seen
    in the document, was struck out or not ticked, and what a page has at its head and foot, is left out.

    Parameters
    ----------
    raw : a .docx, .odt, .xlsx, .ods, .pdf, .csv, .md or .txt file of at most MAX_BYTES, told by what it begins with
    name : the file's name, a hint, and what alone tells a .csv; never repeated in an error

    Raises
    ------
    DescriptionTooLarge : more bytes, or more text, than is read
    FormatUnknown : .doc, .rtf, an image, anything else
    DescriptionProtected, MacrosRefused, DescriptionScanned : a password, macros, pages without text
    DescriptionDamaged, DescriptionTooHeavy : cut off or corrupt; over the limits, as a zip bomb is
    DescriptionEmpty : no words
    EncodingUnknown : text in none of the encodings that are read
    ExtraMissing : a PDF, which the extra `reading` reads
    """
    if len(raw) > MAX_BYTES:
        raise DescriptionTooLarge(
            f"the description has more than {MAX_BYTES // 1_000_000} MB; take out pictures, or send a part of it"
        )
    if not raw.strip():
        raise DescriptionEmpty("the description is empty; describe at least one problem")
    file_format = find_format(raw, name)
    if file_format == "text":
        return read_plain_text(raw)
    if file_format == "csv":
        return read_csv(raw)
    if file_format == "pdf":
        require_extra("reading", "a PDF")
    return read_apart(raw, file_format)
