"""Which format a description is in."""

import pytest

from kb.errors import DescriptionDamaged, DescriptionProtected, FormatUnknown, KbError
from kb.reading.formats import find_format

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("raw", "name", "expected"),
    [
        (b"%PDF-1.7 ...", "", "pdf"),
        (b"\n\n%PDF-1.4 ...", "lagesbild", "pdf"),
        (b"PK\x03\x04...", "", "office"),
        ("Bråk på torget".encode(), "", "text"),
        (b"# Torget", "lagesbild.md", "text"),
        ("Bråk".encode("utf-8-sig"), "lagesbild.TXT", "text"),
        (b"%PDF-1.7 ...", "lagesbild.docx", "pdf"),
        (b"PK\x03\x04...", "lagesbild.pdf", "office"),
        ("Bråk".encode("latin-1"), "", "text"),
        ("Bråk".encode("utf-16"), "", "text"),
        (b"Brott;Plats", "EXPORT.CSV", "csv"),
        (b"Brott;Plats", "export.txt", "text"),
    ],
)
def test_what_a_file_begins_with_tells_its_format_and_not_its_name(raw: bytes, name: str, expected: str) -> None:
    assert find_format(raw, name) == expected


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "is an image; save it as .docx, .odt, .xlsx, .csv, PDF, Markdown or text"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "is an image"),
        (rb"{\rtf1\ansi hej}", "is RTF"),
        (b"\x1f\x8b\x08\0", "is an archive"),
        (b"<!DOCTYPE html><p>hej", "is a web page or XML"),
        (b'<?xml version="1.0"?><w:wordDocument/>', "is a web page or XML"),
        (OLE + "WordDocument".encode("utf-16-le"), r"is an old Office file \(.doc, .xls or .ppt\)"),
        (b"\x00\x00\x00\x18ftypheic", "is in a format that is not read"),
        (b"\x7fELF\x02\x01\x01", "is in a format that is not read"),
    ],
)
def test_other_formats_are_refused_with_a_way_out(raw: bytes, fault: str) -> None:
    with pytest.raises(FormatUnknown, match=fault):
        find_format(raw, "")


def test_an_encrypted_word_file_is_protected() -> None:
    with pytest.raises(DescriptionProtected, match="under a password; save it without one and send it again"):
        find_format(OLE + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le"), "lagesbild.docx")


@pytest.mark.parametrize("name", ["Anna Andersson.pdf", "Anna Andersson.DOCX"])
def test_a_file_that_is_not_what_its_name_says_is_damaged_and_its_name_not_repeated(name: str) -> None:
    with pytest.raises(DescriptionDamaged, match="but does not begin as such a file") as caught:
        find_format(b"halva filen", name)
    assert "Anna" not in str(caught.value)


def test_nothing_of_the_file_is_in_the_error() -> None:
    for raw in (OLE + b"Kalle", b"\x89PNG Kalle", b"\0Kalle"):
        with pytest.raises(KbError) as caught:
            find_format(raw, "Kalle.doc")
        assert "Kalle" not in str(caught.value)
