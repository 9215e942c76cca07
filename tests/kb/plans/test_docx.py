"""A plan as a Word document that a screen reader and a spelling check can read."""

import zipfile
from io import BytesIO

import docx
from docx.document import Document

from kb.plans.docx import LANGUAGE, write_docx
from kb.plans.plan import Plan
from tests.kb.plans.small_plan import PLAN, with_problem


def read(plan: Plan) -> Document:
    return docx.Document(BytesIO(write_docx(plan)))


def styled(plan: Plan, style: str) -> list[str]:
    return [p.text for p in read(plan).paragraphs if p.style and p.style.name == style]


def test_headings_are_headings() -> None:
    assert styled(PLAN, "Title") == ["Utkast till åtgärdsplan, Borås"]
    assert styled(PLAN, "Heading 1") == ["1. Torget"]
    assert styled(PLAN, "Heading 2") == [
        *("Ur lägesbilden", "Plats, grupp och tid", "Orsak", "Mål", "Åtgärder att ta ställning till"),
        "Vem kan hjälpa",
    ]


def test_quotes_and_lists_have_their_styles() -> None:
    assert styled(PLAN, "Quote") == ["Det säljs på torget.\nVarje kväll."]
    assert styled(PLAN, "List Bullet")[:4] == [
        "Plats: torget; parken",
        "Grupp: Framgår inte. Vilka gör det, och vilka drabbas?",
        "Tid: Framgår inte. När händer det, och sedan när?",
        "Ingen vuxen är där.",
    ]


def test_the_methods_are_a_table_with_a_header_row_and_what_is_lacking_marked() -> None:
    (table,) = read(PLAN).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Åtgärd", "Evidens", "Drivs av", "Kräver", "Att följa upp", "Ansvarig och tid"],
        [
            "Nattvandring. Vuxna går i området på kvällar.",
            "svag (trygghet). Enstaka studier.",
            "civilsamhälle, polis",
            "En samordnare (saknas enligt er); Tio vuxna",
            "Antal kvällar; Andel trygga",
            "Fylls i av kommunen.",
        ],
    ]
    assert b"w:tblHeader" in zipfile.ZipFile(BytesIO(write_docx(PLAN))).read("word/document.xml")


def test_without_methods_there_is_no_table_and_no_sources() -> None:
    document = read(with_problem(measures=()))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert (len(document.tables), "Ingen åtgärd är vald." in texts, "Källor" in texts) == (0, True, False)


def test_language_and_title_are_set() -> None:
    properties = read(PLAN).core_properties
    assert (properties.language, properties.title) == (LANGUAGE, "Utkast till åtgärdsplan, Borås")
