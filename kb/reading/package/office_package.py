"""The zip archive that an Office file is: of which kind, with which parts, and refused unless it is harmless."""

import re
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Literal
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from kb.errors import DescriptionDamaged, DescriptionProtected, DescriptionTooHeavy, FormatUnknown, MacrosRefused
from kb.reading.formats import WAY_OUT

Kind = Literal["docx", "xlsx", "odt", "ods"]

MAX_UNPACKED_BYTES = 300_000_000
MAX_PART_BYTES = 30_000_000
MAX_RATIO = 100
"""Unpacked to packed. Deflate reaches 1032 at most; Word documents lie between 2 and 20."""
RATIO_COUNTS_FROM_BYTES = 10_000_000

_TYPES = "[Content_Types].xml"
_MIMETYPE, _CONTENT, _MANIFEST = "mimetype", "content.xml", "META-INF/manifest.xml"
_OVERRIDE = re.compile(rb"<\w*:?Override\b[^>]*>")
_ATTRIBUTE = re.compile(rb"\b(PartName|ContentType)\s*=\s*[\"']([^\"']*)[\"']")
_MAIN_TYPES: Mapping[Kind, tuple[str, ...]] = {
    "docx": ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml"),
    "xlsx": ("spreadsheetml.sheet.main+xml", "spreadsheetml.template.main+xml"),
}
_USUAL: Mapping[Kind, str] = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
_OPEN_TYPES: Mapping[str, Kind] = {"opendocument.text": "odt", "opendocument.spreadsheet": "ods"}
_ENCRYPTED = 1
_DAMAGES = (BadZipFile, EOFError, KeyError, NotImplementedError, OSError, ValueError, struct.error, zlib.error)
_OTHERS = {
    "presentationml": "a presentation (.pptx)",
    "opendocument": "a picture, chart or presentation of OpenDocument",
}


@dataclass(frozen=True, slots=True)
class OfficePackage:
    """archive : open; main : name of the part that holds the document; types : part -> content type, none in an odt."""

    archive: ZipFile
    kind: Kind
    main: str
    types: Mapping[str, str]

    def read(self, part: str) -> bytes:
        """The part, unpacked."""
        return _read(self.archive, part)

    def find(self, content_type: str, usual: str) -> str | None:
        """The first part whose type ends so, else that of the usual name, else None."""
        return _find(self.types, self.archive.namelist(), (content_type,), usual)


def open_office_package(raw: bytes) -> OfficePackage:
    """The archive with its main part found.

    Raises
    ------
    DescriptionDamaged : not a whole archive
    DescriptionTooHeavy : it unpacks to more than MAX_UNPACKED_BYTES, or to more than MAX_RATIO times its size
    DescriptionProtected : its parts are encrypted
    MacrosRefused : it carries macros
    FormatUnknown : an archive of another kind
    """
    archive = _open(raw)
    names = archive.namelist()
    types = _content_types(_read(archive, _TYPES)) if _TYPES in names else {}
    if any("macroenabled" in kind.lower() for kind in types.values()) or any("vbaproject" in n.lower() for n in names):
        raise MacrosRefused("the description carries macros; save it as .docx or .xlsx without macros and send that")
    for kind, main_types in _MAIN_TYPES.items():
        if main := _find(types, names, main_types, _USUAL[kind]):
            return OfficePackage(archive, kind, main, types)
    return _open_document(archive, types)


def _open_document(archive: ZipFile, types: Mapping[str, str]) -> OfficePackage:
    """An OpenDocument file: its kind stands in a part of its own, its text in another."""
    told = " ".join(types.values())
    if not types and _MIMETYPE in archive.namelist():
        told = _read(archive, _MIMETYPE)[:100].decode("latin-1")
    kind = next((kind for mark, kind in _OPEN_TYPES.items() if mark in told), None)
    if kind is None or _CONTENT not in archive.namelist():
        name = next((name for mark, name in _OTHERS.items() if mark in told), "an archive that is no Office document")
        raise FormatUnknown(f"the description is {name}; {WAY_OUT}")
    if _MANIFEST in archive.namelist() and b"encryption-data" in _read(archive, _MANIFEST):
        raise DescriptionProtected("the description is under a password; save it without one and send it again")
    return OfficePackage(archive, kind, _CONTENT, {})


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


def _find(kinds: Mapping[str, str], names: list[str], types: tuple[str, ...], usual: str) -> str | None:
    """The part of one of the types, else that of the usual name, else None."""
    part = next((part for part, kind in kinds.items() if kind.endswith(types)), usual)
    return part if part in names else None


def _damaged() -> DescriptionDamaged:
    return DescriptionDamaged("the description is a damaged or cut off file; save it anew and send it again")
