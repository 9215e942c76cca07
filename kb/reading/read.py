"""A description of any format read into Markdown: the first step of a match."""

from kb.errors import DescriptionRejected, DescriptionTooLarge
from kb.extras import require_extra
from kb.reading.apart import read_apart
from kb.reading.formats import find_format
from kb.reading.plain_text import read_plain_text

MAX_BYTES = 50_000_000


def read_description(raw: bytes, name: str = "") -> str:
    """The description as Markdown: headings as #, lists and tables as lines, blank lines between paragraphs.

    Broken lines and words are whole again; what a page has at its head and foot is left out.

    Parameters
    ----------
    raw : a .docx, .pdf, .md or .txt file of at most MAX_BYTES, told by what it begins with
    name : the file's name, a hint; never repeated in an error

    Raises
    ------
    DescriptionTooLarge : more bytes, or more text, than is read
    FormatUnknown : .doc, .odt, .xlsx, an image, anything else
    DescriptionProtected, MacrosRefused, DescriptionScanned : a password, macros, pages without text
    DescriptionDamaged, DescriptionTooHeavy : cut off or corrupt; over the limits, as a zip bomb is
    DescriptionRejected : empty, without words, or text that is not UTF-8
    ExtraMissing : a PDF, which the extra `reading` reads
    """
    if len(raw) > MAX_BYTES:
        raise DescriptionTooLarge(
            f"the description has more than {MAX_BYTES // 1_000_000} MB; take out pictures, or send a part of it"
        )
    if not raw.strip():
        raise DescriptionRejected("the description is empty; describe at least one problem")
    file_format = find_format(raw, name)
    if file_format == "text":
        return read_plain_text(raw)
    if file_format == "pdf":
        require_extra("reading", "a PDF")
    return read_apart(raw, file_format)
