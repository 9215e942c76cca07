"""The archive that an Office file is."""

from io import BytesIO
from zipfile import ZIP_LZMA, ZipFile

import pytest

from kb.errors import (
    DescriptionDamaged,
    DescriptionProtected,
    DescriptionTooHeavy,
    FormatUnknown,
    MacrosRefused,
)
from kb.reading.package.office_package import open_office_package
from tests.kb.reading.make_docx import MACRO_TYPE, MAIN_TYPE, content_types, make_docx, paragraph, zip_parts

OPEN = "application/vnd.oasis.opendocument"
TYPES = {"[Content_Types].xml": content_types(MAIN_TYPE)}


def test_the_document_is_found_by_its_type_wherever_it_lies() -> None:
    types = content_types(MAIN_TYPE, "/word/document2.xml")
    package = open_office_package(zip_parts({"[Content_Types].xml": types, "word/document2.xml": "<a/>"}))
    assert (package.kind, package.main, package.find("styles+xml", "word/styles.xml")) == (
        "docx",
        "word/document2.xml",
        None,
    )
    assert package.read("word/document2.xml") == b"<a/>"


def test_parts_of_the_usual_names_need_no_type() -> None:
    package = open_office_package(zip_parts({"word/document.xml": "<a/>", "word/styles.xml": "<b/>"}))
    assert (package.main, package.find("styles+xml", "word/styles.xml")) == ("word/document.xml", "word/styles.xml")


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ({"anteckningar.txt": "hej"}, "an archive that is no Office document"),
        (TYPES, "an archive that is no Office document"),
        ({"mimetype": f"{OPEN}.text"}, "a picture, chart or presentation of OpenDocument"),
        (
            {"mimetype": f"{OPEN}.presentation", "content.xml": "<a/>"},
            "a picture, chart or presentation of OpenDocument",
        ),
        (
            {"[Content_Types].xml": content_types("application/vnd.x.presentationml.presentation.main+xml")},
            r"a presentation \(.pptx\)",
        ),
    ],
)
def test_other_archives_are_refused_by_their_kind(parts: dict[str, str], kind: str) -> None:
    with pytest.raises(FormatUnknown, match=f"the description is {kind}; save it as .docx"):
        open_office_package(zip_parts(parts))


@pytest.mark.parametrize("kind", ["text", "spreadsheet"])
def test_a_file_of_opendocument_tells_its_kind_in_a_part_of_its_own(kind: str) -> None:
    package = open_office_package(zip_parts({"mimetype": f"{OPEN}.{kind}", "content.xml": "<a/>"}))
    assert (package.kind, package.main) == ("odt" if kind == "text" else "ods", "content.xml")


def test_a_file_of_opendocument_under_a_password_is_protected() -> None:
    manifest = "<manifest><encryption-data/></manifest>"
    parts = {"mimetype": f"{OPEN}.text", "content.xml": "x", "META-INF/manifest.xml": manifest}
    with pytest.raises(DescriptionProtected, match="under a password"):
        open_office_package(zip_parts(parts))


@pytest.mark.parametrize(
    "parts",
    [
        {"[Content_Types].xml": content_types(MACRO_TYPE), "word/document.xml": "<a/>"},
        {**TYPES, "word/document.xml": "<a/>", "word/vbaProject.bin": b"\0"},
    ],
)
def test_macros_are_refused(parts: dict[str, str | bytes]) -> None:
    with pytest.raises(MacrosRefused, match=r"carries macros; save it as \.docx or \.xlsx without macros"):
        open_office_package(zip_parts(parts))


def test_a_part_that_unpacks_to_a_hundred_times_its_size_is_too_heavy() -> None:
    with pytest.raises(DescriptionTooHeavy, match="unpacks to 20000"):
        open_office_package(make_docx(paragraph(" " * 20_000_000)))


def test_a_bomb_is_refused_also_in_a_part_that_is_not_read() -> None:
    with pytest.raises(DescriptionTooHeavy):
        open_office_package(
            zip_parts({**TYPES, "word/document.xml": "<a/>", "word/media/image1.bmp": b"\0" * 20_000_000})
        )


def test_a_bomb_that_hides_its_size_is_damaged() -> None:
    """The size that the archive's directory tells is what is unpacked; more than it does not fit the checksum."""
    bomb = make_docx(" " * 5_000_000)
    size = len(ZipFile(BytesIO(bomb)).read("word/document.xml")).to_bytes(4, "little")
    package = open_office_package(bomb.replace(size, (1000).to_bytes(4, "little")))
    with pytest.raises(DescriptionDamaged):
        package.read(package.main)


def test_an_archive_under_a_password_is_protected() -> None:
    raw = bytearray(make_docx(paragraph("Torget")))
    for position in (i for i in range(len(raw)) if raw[i : i + 4] == b"PK\x01\x02"):
        raw[position + 8] |= 1
    with pytest.raises(DescriptionProtected, match="under a password"):
        open_office_package(bytes(raw))


def test_a_packing_that_word_does_not_use_is_damaged() -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_LZMA) as archive:
        archive.writestr("[Content_Types].xml", content_types(MAIN_TYPE))
    with pytest.raises(DescriptionDamaged):
        open_office_package(out.getvalue())


def test_an_archive_that_was_cut_off_is_damaged() -> None:
    raw = make_docx(paragraph("Torget"))
    with pytest.raises(DescriptionDamaged, match=r"damaged or cut off file; save it anew and send it again"):
        open_office_package(raw[: len(raw) // 2])
