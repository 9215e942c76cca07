"""A plan as PDF: A4, tagged, in its reading order, with its language; hostile texts are text."""

from dataclasses import replace
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from kb.plans.document.blocks import Document
from kb.plans.document.pdf.typst_pages import TypstPages
from kb.plans.document.pdf.write_pdf import write_pdf
from tests.kb.plans.document.documents import CHOSEN, KS, document_with
from tests.kb.plans.small_plan import WORKED

OWN = "problems/1/measures/own-0001"
MARK_OF_UA = b"pdfuaid"


class Parts:
    """A typesetter that keeps what it is given."""

    def __init__(self) -> None:
        self.parts: dict[str, Any] = {}

    def typeset(self, parts: dict[str, Any]) -> bytes:
        self.parts = parts
        return b"%PDF"


def open_pdf(document: Document) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(write_pdf(document, TypstPages()))


def read_pages(document: Document) -> list[str]:
    return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in open_pdf(document)]


def test_every_page_is_a4() -> None:
    sizes = {tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in open_pdf(document_with(CHOSEN))}
    assert sizes == {(210, 297)}


def test_it_is_tagged_and_says_that_it_is_pdf_ua() -> None:
    raw = write_pdf(document_with(CHOSEN), TypstPages())
    assert pdfium.FPDFCatalog_IsTagged(pypdfium2.PdfDocument(raw).raw)
    assert MARK_OF_UA in raw


@pytest.mark.parametrize(("language", "locale"), [("sv", b"(sv-SE)"), ("en", b"(en-GB)")])
def test_title_author_and_language_are_set(language: Any, locale: bytes) -> None:
    raw = write_pdf(document_with({**CHOSEN, "title": "Trygga torget"}, language), TypstPages())
    told = pypdfium2.PdfDocument(raw).get_metadata_dict()
    assert (told["Title"], told["Author"]) == ("Trygga torget", "Borås")
    assert b"/Lang " + locale in raw or b"/Lang" + locale in raw


def test_page_one_reads_in_its_order_and_tells_its_number() -> None:
    pages = read_pages(document_with(CHOSEN, adoption=KS))
    told = [
        "Åtgärdsplan mot brott, Borås",
        "Antagen 2026-11-30 av Kommunstyrelsen, § 112.",
        "Planen i korthet",
        "Ansvarig",
        "1.1 Nattvandring",
        "Fritidschefen",
        "25\xa0000\xa0kr",
        "Det här saknas",
    ]
    places = [pages[0].replace("25 000 kr", "25\xa0000\xa0kr").find(text) for text in told]
    assert places == sorted(places)
    assert -1 not in places
    assert f"Sida 1 av {len(pages)}" in pages[0]


def test_the_table_of_contents_has_the_pages() -> None:
    document = open_pdf(document_with(CHOSEN))
    assert [mark.get_title() for mark in document.get_toc(max_depth=1)][:3] == [
        "Planen i korthet",
        "Innehåll",
        "Om planen",
    ]


def test_what_looks_like_code_of_the_typesetter_is_text() -> None:
    code = '#import "/etc/passwd" #sys.inputs $x$ *fet* @ref <märke> \\ [a] // b'
    text = " ".join(read_pages(document_with({**CHOSEN, f"{OWN}/text": code})))
    assert '#import "/etc/passwd" #sys.inputs $x$ *fet* @ref <märke>' in " ".join(text.split())


def test_signs_without_a_letter_in_any_font_do_not_stop_it() -> None:
    assert len(read_pages(document_with({**CHOSEN, f"{OWN}/text": "\U000e0041 \ue123 😀 عربى 中文"}))) > 1


def test_a_very_long_word_and_a_hundred_measures_are_written() -> None:
    edits = {f"problems/1/measures/own-{n:04}/title": "å" * 300 if n == 0 else f"Åtgärd {n}" for n in range(100)}
    text = " ".join(read_pages(document_with({**CHOSEN, **edits})))
    assert "1.101 Åtgärd 99" in " ".join(text.split())


def test_long_words_get_places_to_break_and_other_words_do_not() -> None:
    keeper = Parts()
    write_pdf(document_with({**CHOSEN, f"{OWN}/title": "å" * 40}), keeper)
    headings = [block["spans"][0]["lines"] for block in keeper.parts["blocks"] if block["kind"] == "heading"]
    assert ["1.2 " + "å" * 30 + "\u200b" + "å" * 10] in headings
    assert ["Om planen"] in headings


def test_a_row_of_very_much_text_may_break() -> None:
    keeper = Parts()
    step = replace(WORKED.steps[0], what="ord " * 500)
    write_pdf(document_with(CHOSEN, measures=(replace(WORKED, steps=(step,)),)), keeper)
    rows = [row["is_whole"] for block in keeper.parts["blocks"] if block["kind"] == "table" for row in block["rows"]]
    assert rows.count(False) == 1
