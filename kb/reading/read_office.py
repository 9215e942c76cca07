"""A file of an office program read into Markdown, told by what its archive holds."""

from collections.abc import Callable, Mapping

from kb.reading.opendocument.odt import read_odt
from kb.reading.package.office_package import Kind, OfficePackage, open_office_package
from kb.reading.spreadsheet.xlsx import read_xlsx
from kb.reading.word.docx import read_docx

_READERS: Mapping[Kind, Callable[[OfficePackage], str]] = {
    "docx": read_docx,
    "xlsx": read_xlsx,
    "odt": read_odt,
    "ods": read_odt,
}


def read_office(raw: bytes) -> str:
    """The document as Markdown: headings as #, list items as `- item`, tables a line a row.

    Raises
    ------
    DescriptionRejected : one of its children, see `open_office_package` and `parse_xml`
    """
    package = open_office_package(raw)
    return _READERS[package.kind](package)
