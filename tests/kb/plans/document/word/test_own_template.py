"""A municipality's own template: its styles are used, what it lacks is told, what is not harmless is refused."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Cm

from kb.errors import DescriptionRejected, MacrosRefused, TemplateRejected
from kb.plans.document.word.template_size import MAX_TEMPLATE_BYTES
from kb.plans.document.word.write_docx import write_docx
from tests.kb.plans.document.documents import CHOSEN, document_with
from tests.kb.plans.document.word.read_word import list_codes, list_styled, read_word

DOCUMENT = document_with(CHOSEN)


def make_template(change: Callable[[WordDocument], object] = lambda _: None) -> bytes:
    """A template with a name in its foot and a text that is to go."""
    template = docx.Document()
    template.sections[0].footer.paragraphs[0].text = "Alvdala kommun"
    template.add_paragraph("Skriv här")
    change(template)
    written = BytesIO()
    template.save(written)
    return written.getvalue()


def drop_styles(*names: str) -> Callable[[WordDocument], None]:
    def drop(template: WordDocument) -> None:
        for name in names:
            element = template.styles[name].element
            element.getparent().remove(element)

    return drop


def rewrite(raw: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The archive with one of its parts changed, or added."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, change(old.read(entry)) if entry == name else old.read(entry))
        if name not in old.namelist():
            new.writestr(name, change(b""))
    return written.getvalue()


def test_the_plan_is_in_its_styles_page_and_foot_and_its_text_is_gone() -> None:
    def widen(template: WordDocument) -> None:
        template.sections[0].left_margin = Cm(4)

    word = read_word(DOCUMENT, make_template(widen))
    assert list_styled(word, "Heading 1")[0] == "Planen i korthet"
    assert "Skriv här" not in [p.text for p in word.paragraphs]
    assert round(word.sections[0].left_margin or 0, -4) == Cm(4)
    assert word.sections[0].footer.paragraphs[0].text == "Alvdala kommun"


def test_page_numbers_are_added_where_the_foot_has_none() -> None:
    word = read_word(DOCUMENT, make_template())
    assert list_codes(word, word.sections[0].footer._element) == ["PAGE", "NUMPAGES"]


def test_a_style_is_found_by_its_swedish_name_too() -> None:
    def rename(template: WordDocument) -> None:
        template.styles["Heading 1"].element.find(qn("w:name")).set(qn("w:val"), "Rubrik 1")

    assert [style.wanted for style in write_docx(DOCUMENT, make_template(rename)).missing if "1" in style.wanted] == [
        "toc 1 / Innehåll 1"
    ]


def test_a_missing_style_is_told_with_what_is_used_instead() -> None:
    written = write_docx(DOCUMENT, make_template(drop_styles("Quote", "Heading 3", "List Bullet", "Table Grid")))
    told = {style.wanted.partition(" / ")[0]: style.used for style in written.missing}
    assert (told["Quote"], told["heading 3"], told["Plan Table"]) == ("Body Text", "heading 2", None)
    (comment,) = docx.Document(BytesIO(written.content)).comments
    assert "heading 3 / Rubrik 3: heading 2" in comment.text
    assert "Plan Table / Table Grid / Tabellrutnät: formatering utan stil" in comment.text


def test_what_stands_in_is_still_seen_as_what_it_is() -> None:
    word = read_word(DOCUMENT, make_template(drop_styles("Heading 1", "List Bullet", "Table Grid")))
    heading = next(p for p in word.paragraphs if p.text == "1. Torget" and list(p._p.iter(qn("w:outlineLvl"))))
    assert heading.runs[0].bold
    assert any(p.text.startswith("•\xa0Plats: ") for p in word.paragraphs)
    assert all(table._tbl.tblPr.find(qn("w:tblBorders")) is not None for table in word.tables)


def test_a_template_file_of_word_is_taken_as_a_document() -> None:
    def as_template(types: bytes) -> bytes:
        return types.replace(b"document.main+xml", b"template.main+xml")

    raw = rewrite(make_template(), "[Content_Types].xml", as_template)
    assert list_styled(read_word(DOCUMENT, raw), "Title") == ["Åtgärdsplan mot brott, Borås"]


def test_it_leads_to_no_other_template_and_can_be_edited() -> None:
    def lead_out(template: WordDocument) -> None:
        settings = template.settings.element
        for tag in ("w:attachedTemplate", "w:documentProtection"):
            settings.insert(0, settings.makeelement(qn(tag), {}))

    word = read_word(DOCUMENT, make_template(lead_out))
    tags = {element.tag for element in word.settings.element}
    assert tags & {qn("w:attachedTemplate"), qn("w:documentProtection")} == set()


def test_a_picture_from_another_address_is_refused() -> None:
    def link_picture(template: WordDocument) -> None:
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
        template.sections[0].header.part.relate_to("https://a.example/p.png", kind, is_external=True)

    with pytest.raises(TemplateRejected, match="another address"):
        write_docx(DOCUMENT, make_template(link_picture))


def test_macros_are_refused() -> None:
    with pytest.raises(MacrosRefused, match="the template carries macros"):
        write_docx(DOCUMENT, rewrite(make_template(), "word/vbaProject.bin", lambda _: b"x"))


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "no Word file"),
        (b"%PDF-1.7", "no Word file"),
        (b"Hej", "no Word file"),
        (b"x" * (MAX_TEMPLATE_BYTES + 1), "at most"),
        (b"PK\x03\x04" + b"x" * 50, "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 50, "old Office file"),
    ],
)
def test_what_is_no_word_file_is_refused(raw: bytes, told: str) -> None:
    with pytest.raises((TemplateRejected, DescriptionRejected), match=told):
        write_docx(DOCUMENT, raw)


def test_a_document_type_or_broken_xml_is_refused() -> None:
    for xml in (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"<w:styles"):
        with pytest.raises(DescriptionRejected, match="the template"):
            write_docx(DOCUMENT, rewrite(make_template(), "word/styles.xml", lambda _, xml=xml: xml))  # type: ignore[misc]


def test_a_sheet_is_no_template() -> None:
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(TemplateRejected, match="kind xlsx"):
        write_docx(DOCUMENT, written.getvalue())
