"""Which format a description is in, told by its first bytes."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Literal

from kb.errors import DescriptionDamaged, DescriptionProtected, FormatUnknown
from kb.reading.encodings import is_binary

Format = Literal["text", "csv", "office", "pdf"]

WAY_OUT = "save it as .docx, .odt, .xlsx, .csv, PDF, Markdown or text and send that"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF_WITHIN = 1024
_KNOWN: Mapping[str, tuple[bytes, ...]] = {
    "an image": (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"),
    "RTF": (b"{\\rtf",),
    "an archive": (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!"),
    "a web page or XML": (b"<?xml", b"<html", b"<!doctype html"),
}
_NAMED = frozenset({".pdf", ".docx", ".docm", ".odt", ".ods", ".xlsx", ".xlsm"})
_TABLES = frozenset({".csv", ".tsv"})


def find_format(raw: bytes, name: str) -> Format:
    """The format; office stands for any zip archive, which only reading tells apart.

    Parameters
    ----------
    raw : the file
    name : its name or "", a hint: what says it is PDF and is not one is damaged, not text; it alone tells a table

    Raises
    ------
    DescriptionProtected : an Office file under a password
    DescriptionDamaged : the name promises a format that the bytes do not have
    FormatUnknown : none of the four
    """
    if b"%PDF-" in raw[:_PDF_WITHIN]:
        return "pdf"
    if raw.startswith(_ZIP):
        return "office"
    if raw.startswith(_OLE):
        raise _refuse_old_office(raw)
    start = raw[:32].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for kind, signatures in _KNOWN.items():
        if start.startswith(tuple(signature.lower() for signature in signatures)):
            raise FormatUnknown(f"the description is {kind}; {WAY_OUT}")
    return _text_unless_named_otherwise(raw, PurePath(name).suffix.lower())


def _refuse_old_office(raw: bytes) -> DescriptionProtected | FormatUnknown:
    """Office keeps a document under a password in the same container as its format of before 2007."""
    if "EncryptedPackage".encode("utf-16-le") in raw:
        return DescriptionProtected("the description is under a password; save it without one and send it again")
    return FormatUnknown(f"the description is an old Office file (.doc, .xls or .ppt); {WAY_OUT}")


def _text_unless_named_otherwise(raw: bytes, suffix: str) -> Format:
    if suffix in _NAMED:
        raise DescriptionDamaged(
            f"the description is named {suffix} but does not begin as such a file; save it anew and send it again"
        )
    if is_binary(raw):
        raise FormatUnknown(f"the description is in a format that is not read; {WAY_OUT}")
    return "csv" if suffix in _TABLES else "text"
