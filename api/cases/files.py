"""Files that come with a message: of the formats and sizes that descriptions are read in, told by what they hold."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from api.store.cases.errors import CaseRejected
from api.store.cases.thread.files import KeptFile
from kb.errors import DescriptionRejected
from kb.reading.formats import find_format
from kb.reading.package.office_package import Kind, open_office_package

MAX_FILES = 5
MAX_FILE_BYTES = 10_000_000
MAX_NAME_CHARS = 100
FORMATS = (".docx", ".odt", ".xlsx", ".ods", ".csv", ".pdf", ".md", ".txt")
OFFICE: Mapping[Kind, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}
TEXTS: Mapping[str, str] = {".csv": "text/csv", ".tsv": "text/csv", ".md": "text/markdown"}
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')


def check_files(files: Sequence[tuple[str, bytes]]) -> list[KeptFile]:
    """The files as they are kept, from name and bytes.

    Raises
    ------
    CaseRejected : there are too many, one is empty, too large, or none of FORMATS; a line for each fault
    """
    faults = [f"files: {len(files)}; at most {MAX_FILES} go with a message"] if len(files) > MAX_FILES else []
    kept = []
    for number, (name, raw) in enumerate(files[:MAX_FILES], 1):
        try:
            kept.append(KeptFile(tidy_name(name, number), check_file(name, raw), raw))
        except CaseRejected as error:
            faults.append(f"files[{number}]: {error}")
    if faults:
        raise CaseRejected("\n".join(faults))
    return kept


def check_file(name: str, raw: bytes) -> str:
    """The media type of the file, told by what it holds.

    Raises
    ------
    CaseRejected : it is empty, too large, none of FORMATS, damaged, under a password, or carries macros
    """
    if not raw:
        raise CaseRejected("empty; choose another file")
    if len(raw) > MAX_FILE_BYTES:
        raise CaseRejected(f"{len(raw)} bytes; at most {MAX_FILE_BYTES // 1_000_000} MB are kept, send a part of it")
    try:
        return _find_type(name, raw)
    except DescriptionRejected as error:
        told = str(error).replace("the description", "the file")
        raise CaseRejected(f"{told} ({', '.join(FORMATS)} are taken)") from error


def tidy_name(name: str, number: int) -> str:
    """The name without folders and signs that a file system or a header may not have; one of its own for none.

    >>> tidy_name("../../etc/Åtgärder?.docx", 1)
    'Åtgärder_.docx'
    """
    bare = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    bare = _UNSAFE.sub("_", "".join(sign for sign in bare if sign.isprintable())).strip(" .")
    stem, suffix = PurePath(bare).stem, PurePath(bare).suffix
    return f"{stem[: MAX_NAME_CHARS - len(suffix)]}{suffix}" if stem else f"fil-{number}"


def _find_type(name: str, raw: bytes) -> str:
    found = find_format(raw, name)
    if found == "pdf":
        return "application/pdf"
    if found == "office":
        with (package := open_office_package(raw)).archive:
            return OFFICE[package.kind]
    return TEXTS.get(PurePath(name).suffix.lower(), "text/plain")
