"""A plan in Word: A4, real headings, tables that a screen reader can follow, links, languages, hostile texts."""

from dataclasses import replace

import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from kb.plans.document.word.write_docx import write_docx
from tests.kb.plans.document.documents import CHOSEN, KS, document_with
from tests.kb.plans.document.word.read_word import list_codes, list_styled, read_word
from tests.kb.plans.small_plan import WORKED

OWN = "problems/1/measures/own-0001"
LINKED = replace(WORKED, sources=(replace(WORKED.sources[0], url="https://bra.se/vandring"),))


@pytest.fixture(scope="module")
def word() -> WordDocument:
    return read_word(document_with(CHOSEN, adoption=KS, measures=(LINKED,)))


def test_the_page_is_a4(word: WordDocument) -> None:
    section = word.sections[0]
    assert section.page_width and section.page_height
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_headings_are_headings(word: WordDocument) -> None:
    assert list_styled(word, "Title") == ["Åtgärdsplan mot brott, Borås"]
    assert list_styled(word, "Subtitle") == ["Antagen 2026-11-30 av Kommunstyrelsen, § 112."]
    assert list_styled(word, "Heading 1") == ["Planen i korthet", "Om planen", "1. Torget", "Källor"]
    assert list_styled(word, "Heading 3") == ["1.1 Nattvandring"]
    assert list_styled(word, "Quote") == ["Det säljs på torget.\nVarje kväll."]


def test_every_table_has_a_caption_a_marked_header_row_and_rows_that_stay_whole(word: WordDocument) -> None:
    captions = [table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) for table in word.tables]
    assert captions == list_styled(word, "Caption")
    assert captions[0] == "Vem gör vad, när och för hur mycket"
    for table in word.tables:
        marked = [row._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None for row in table.rows]
        assert marked == [True] + [False] * (len(table.rows) - 1)
        assert all(row._tr.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in table.rows)


def test_tables_are_as_wide_as_the_text(word: WordDocument) -> None:
    section = word.sections[0]
    assert section.page_width and section.left_margin and section.right_margin
    text = (section.page_width - section.left_margin - section.right_margin) / 635
    widths = [sum(int(c.get(qn("w:w"))) for c in table._tbl.tblGrid.findall(qn("w:gridCol"))) for table in word.tables]
    assert all(abs(width - text) < 5 for width in widths)


def test_title_author_and_language_are_set(word: WordDocument) -> None:
    told = word.core_properties
    assert (told.title, told.author, told.language) == ("Åtgärdsplan mot brott", "Borås", "sv-SE")
    (language,) = word.styles.element.find(qn("w:docDefaults")).iter(qn("w:lang"))
    assert language.get(qn("w:val")) == "sv-SE"


def test_in_english_what_is_swedish_is_marked_so() -> None:
    word = read_word(document_with(CHOSEN, "en"))
    (language,) = word.styles.element.find(qn("w:docDefaults")).iter(qn("w:lang"))
    quoted = next(p for p in word.paragraphs if p.style and p.style.name == "Quote")
    assert (word.core_properties.language, language.get(qn("w:val"))) == ("en-GB", "en-GB")
    assert [lang.get(qn("w:val")) for lang in quoted._p.iter(qn("w:lang"))] == ["sv-SE"]


def test_each_page_tells_whose_plan_it_is_and_which_page_of_how_many(word: WordDocument) -> None:
    section = word.sections[0]
    assert section.header.paragraphs[0].text == "Borås · Åtgärdsplan mot brott"
    assert section.footer.paragraphs[0].text == "Sida 1 av 1"
    assert list_codes(word, section.footer._element) == ["PAGE", "NUMPAGES"]


def test_the_table_of_contents_is_a_field_that_is_right_without_being_updated(word: WordDocument) -> None:
    assert list_codes(word, word.element.body) == ['TOC \\o "1-2" \\h \\z \\u \\n']
    listed = [p for p in word.paragraphs if p.style and p.style.name in ("toc 1", "toc 2")]
    headings = [p.text for p in word.paragraphs if p.style and p.style.name in ("Heading 1", "Heading 2")]
    assert [p.text for p in listed] == headings
    kinds = [mark.get(qn("w:fldCharType")) for mark in word.element.body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]


def test_every_link_leads_to_a_bookmark_or_an_address(word: WordDocument) -> None:
    links = list(word.element.body.iter(qn("w:hyperlink")))
    marks = {mark.get(qn("w:name")) for mark in word.element.body.iter(qn("w:bookmarkStart"))}
    inner = {link.get(qn("w:anchor")) for link in links} - {None}
    outer = [word.part.rels[link.get(qn("r:id"))].target_ref for link in links if link.get(qn("r:id"))]
    assert inner and inner <= marks
    assert outer == ["https://bra.se/vandring"]


def test_hostile_texts_are_text() -> None:
    hostile = "=HYPERLINK(1)<w:br/>&amp; \u202e\ud83d\ude00 ".encode("utf-16", "surrogatepass").decode("utf-16")
    long = "å" * 300
    word = read_word(document_with({**CHOSEN, f"{OWN}/title": long, f"{OWN}/text": hostile}))
    texts = [p.text for p in word.paragraphs]
    assert f"1.2 {long}" in texts
    assert any(text.startswith("Så gör vi: =HYPERLINK(1)<w:br/>&amp;") for text in texts)


def test_a_row_of_very_much_text_may_break() -> None:
    step = replace(WORKED.steps[0], what="ord " * 500)
    word = read_word(document_with(CHOSEN, measures=(replace(WORKED, steps=(step,)),)))
    rows = [row for table in word.tables for row in table.rows if "ord ord" in row.cells[2].text]
    assert [row._tr.find(qn("w:trPr")).find(qn("w:cantSplit")) for row in rows] == [None]


def test_a_hundred_measures_are_written() -> None:
    edits = {f"problems/1/measures/own-{n:04}/title": f"Åtgärd {n}" for n in range(100)}
    document = document_with({**CHOSEN, **edits})
    word = read_word(document)
    assert len(list_styled(word, "Heading 3")) == 101


def test_our_own_template_lacks_nothing() -> None:
    assert write_docx(document_with()).missing == ()
