"""The zip archive that an Office file is: which parts it has, and refused unless it is a Word document and harmless."""

import re
import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from kb.errors import DescriptionDamaged, DescriptionProtected, DescriptionTooHeavy, FormatUnknown, MacrosRefused
from kb.reading.formats import WAY_OUT

MAX_UNPACKED_BYTES = 300_000_000
MAX_PART_BYTES = 30_000_000
MAX_RATIO = 100
"""Unpacked to packed. Deflate reaches 1032 at most; Word documents lie between 2 and 20."""
RATIO_COUNTS_FROM_BYTES = 10_000_000

_TYPES = "[Content_Types].xml"
_OVERRIDE = re.compile(rb"<\w*:?Override\b[^>]*>")
_ATTRIBUTE = re.compile(rb"\b(PartName|ContentType)\s*=\s*[\"']([^\"']*)[\"']")
_DOCUMENT_TYPES = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")
_STYLES_TYPES = ("wordprocessingml.styles+xml",)
_ENCRYPTED = 1
_DAMAGES = (BadZipFile, EOFError, KeyError, NotImplementedError, OSError, ValueError, struct.error, zlib.error)
_OTHERS = {
    "spreadsheetml": "a spreadsheet (.xlsx)",
    "presentationml": "a presentation (.pptx)",
    "opendocument": "an OpenDocument file (.odt, .ods or .odp)",
}


@dataclass(frozen=True, slots=True)
class WordPackage:
    """archive : open; document and styles : names of those parts, styles None where the file has none."""

    archive: ZipFile
    document: str
    styles: str | None

    def read(self, part: str) -> bytes:
        """The part, unpacked."""
        return _read(self.archive, part)


def open_word_package(raw: bytes) -> WordPackage:
    """The archive with its main parts found.

    Raises
    ------
    DescriptionDamaged : not a whole archive, or one without a document
    DescriptionTooHeavy : it unpacks to more than MAX_UNPACKED_BYTES, or to more than MAX_RATIO times its size
    DescriptionProtected : its parts are encrypted
    MacrosRefused : it carries macros
    FormatUnknown : an archive of another kind
    """
    archive = _open(raw)
    names = archive.namelist()
    kinds = _content_types(_read(archive, _TYPES)) if _TYPES in names else {}
    if any("macroenabled" in kind.lower() for kind in kinds.values()) or any("vbaproject" in n.lower() for n in names):
        raise MacrosRefused("the description carries macros; save it as .docx without macros and send that")
    document = _find(kinds, names, _DOCUMENT_TYPES, "word/document.xml")
    if document is None:
        raise FormatUnknown(f"the description is {_name_other(archive, kinds)}; {WAY_OUT}")
    return WordPackage(archive, document, _find(kinds, names, _STYLES_TYPES, "word/styles.xml"))


def _open(raw: bytes) -> ZipFile:
    try:
        archive = ZipFile(BytesIO(raw))
    except _DAMAGES as error:
        raise _damaged() from error
    _check_weight(archive.infolist())
    return archive


def _check_weight(entries: list[ZipInfo]) -> None:
    unpacked, packed = sum(e.file_size for e in entries), sum(e.compress_size for e in entries)
    too_dense = unpacked > RATIO_COUNTS_FROM_BYTES and unpacked > MAX_RATIO * max(packed, 1)
    if unpacked > MAX_UNPACKED_BYTES or too_dense:
        raise DescriptionTooHeavy(
            f"the description unpacks to {unpacked} bytes from {packed}; at most {MAX_UNPACKED_BYTES} and "
            f"{MAX_RATIO} times its size are read, send its text as .docx without pictures"
        )


def _read(archive: ZipFile, part: str) -> bytes:
    try:
        entry = archive.getinfo(part)
        if entry.flag_bits & _ENCRYPTED:
            raise DescriptionProtected("the description is under a password; save it without one and send it again")
        if entry.file_size > MAX_PART_BYTES:
            raise DescriptionTooHeavy(
                f"the description's text has {entry.file_size} bytes as XML; at most {MAX_PART_BYTES} are read, "
                "send a part of it"
            )
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise _damaged()
        return archive.read(entry)
    except _DAMAGES as error:
        raise _damaged() from error


def _content_types(xml: bytes) -> dict[str, str]:
    """Part name without its first slash -> content type. The list is flat: no parser is needed to read it."""
    kinds = {}
    for element in _OVERRIDE.findall(xml):
        attributes = {key: value.decode("utf-8", "replace") for key, value in _ATTRIBUTE.findall(element)}
        kinds[attributes.get(b"PartName", "").removeprefix("/")] = attributes.get(b"ContentType", "")
    return kinds


def _find(kinds: dict[str, str], names: list[str], types: tuple[str, ...], usual: str) -> str | None:
    """The part of one of the types, else that of the usual name, else None."""
    part = next((part for part, kind in kinds.items() if kind.endswith(types)), usual)
    return part if part in names else None


def _name_other(archive: ZipFile, kinds: dict[str, str]) -> str:
    types = " ".join(kinds.values())
    if not kinds and "mimetype" in archive.namelist():
        types = _read(archive, "mimetype")[:100].decode("latin-1")
    return next((name for mark, name in _OTHERS.items() if mark in types), "an archive that is not a Word document")


def _damaged() -> DescriptionDamaged:
    return DescriptionDamaged("the description is a damaged or cut off file; save it anew as .docx and send it again")
