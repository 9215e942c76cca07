"""A Word document read in the order of its body."""

from typing import Any

import docx
import pytest
from docx.enum.text import WD_BREAK
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.errors import DescriptionRejected
from kb.reading.word.docx import read_docx
from tests.kb.reading.make_docx import make_docx, paragraph, save

BOLD = "<w:b/>"
LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def _cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(map(paragraph, paragraphs))}</w:tc>"


def _table(*rows: str) -> str:
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def test_a_document_of_words_own_library_is_read_whole() -> None:
    document: Any = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Älvdala kommun"
    document.sections[0].footer.paragraphs[0].text = "Sida 1"
    document.add_heading("Lägesbild", 0)
    document.add_heading("Torget", 1)
    document.add_paragraph("Narkotika säljs öppet på torget.")
    document.add_heading("Tider", 2)
    document.add_paragraph("eftermiddagar", style="List Bullet")
    document.add_paragraph("lördagar", style="List Number")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Brott", "2023", "Stöld", "1 204"), strict=True):
        cell.text = text
    document.add_paragraph("Källa: polisen.")
    assert read_docx(save(document)) == (
        "# Lägesbild\n\n# Torget\n\nNarkotika säljs öppet på torget.\n\n## Tider\n\n- eftermiddagar\n- lördagar\n\n"
        "Brott | 2023\nStöld | 1 204\n\nKälla: polisen."
    )


def test_a_short_bold_paragraph_is_a_heading() -> None:
    body = paragraph("Torget", run_properties=BOLD) + paragraph("Narkotika säljs.", run_properties=BOLD)
    assert read_docx(make_docx(body)) == "#### Torget\n\nNarkotika säljs."


def test_a_paragraph_with_some_bold_words_is_none() -> None:
    runs = "<w:r><w:rPr><w:b/></w:rPr><w:t>Torget</w:t></w:r><w:r><w:t> och parken</w:t></w:r>"
    assert read_docx(make_docx(f"<w:p>{runs}</w:p>")) == "Torget och parken"


def test_bold_may_come_from_a_style_and_be_taken_back() -> None:
    styles = '<w:style w:styleId="S"><w:rPr><w:b/></w:rPr></w:style>'
    style = '<w:pStyle w:val="S"/>'
    body = paragraph("Torget", style) + paragraph("Parken", style, '<w:b w:val="0"/>')
    assert read_docx(make_docx(body, styles)) == "#### Torget\n\nParken"


def test_what_was_struck_out_is_left_out_and_what_was_added_is_read() -> None:
    body = (
        "<w:p><w:r><w:t>Det säljs </w:t></w:r><w:del><w:r><w:delText>hasch</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>narkotika</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> flyttat</w:t></w:r></w:moveFrom></w:p>"
    )
    assert read_docx(make_docx(body)) == "Det säljs narkotika"


def test_content_controls_and_links_are_read() -> None:
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('Torget')}</w:sdtContent></w:sdt>"
        "<w:p><w:hyperlink><w:r><w:t>Polisens karta</w:t></w:r></w:hyperlink></w:p>"
    )
    assert read_docx(make_docx(body)) == "Torget\n\nPolisens karta"


def test_codes_of_fields_and_hidden_text_are_left_out() -> None:
    body = "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>Torget</w:t></w:r></w:p>" + paragraph(
        "dolt", run_properties="<w:vanish/>"
    )
    assert read_docx(make_docx(body)) == "Torget"


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('I rutan')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Torget</w:t></w:r><w:r><mc:AlternateContent>"
        f"<mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert read_docx(make_docx(body)) == "Torget\n\nI rutan"


def test_a_table_of_contents_is_left_out() -> None:
    styles = '<w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    body = paragraph("Torget 3", '<w:pStyle w:val="TOC1"/>') + paragraph("Det säljs.")
    assert read_docx(make_docx(body, styles)) == "Det säljs."


def test_line_breaks_within_a_paragraph_are_mended_and_two_of_them_part_it() -> None:
    document: Any = docx.Document()
    run = document.add_paragraph().add_run("Skade-")
    for text in ("görelsen", "ökar."):
        run.add_break()
        run.add_text(text)
    run.add_break()
    run.add_break()
    run.add_text("Elever")
    run.add_break(WD_BREAK.PAGE)
    run.add_text(" är oroliga.")
    assert read_docx(save(document)) == "Skadegörelsen ökar.\n\nElever är oroliga."


def test_the_hyphens_of_word_are_hyphens_or_nothing() -> None:
    runs = "<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>traktor skade</w:t><w:softHyphen/><w:t>görelse</w:t></w:r>"
    assert read_docx(make_docx(f"<w:p>{runs}</w:p>")) == "a-traktor skadegörelse"


def test_the_paragraphs_of_a_cell_are_one_and_empty_rows_none() -> None:
    table = _table(_cell("Torget") + _cell("Det säljs.", "Det klottras."), _cell("") + _cell(""))
    assert read_docx(make_docx(table)) == "Torget | Det säljs. Det klottras."


def test_a_row_of_one_cell_is_a_frame() -> None:
    table = _table(f"<w:tc>{paragraph('klotter', LIST)}{paragraph('rån', LIST)}</w:tc>")
    assert read_docx(make_docx(table)) == "- klotter\n- rån"


def test_a_table_in_a_cell_is_part_of_the_cell() -> None:
    inner = _table(_cell("a") + _cell("b"))
    table = _table(_cell("Torget") + f"<w:tc>{inner}</w:tc>")
    assert read_docx(make_docx(table)) == "Torget | a | b"


def test_a_heading_in_a_list_is_a_heading() -> None:
    body = paragraph("Torget", '<w:outlineLvl w:val="1"/>' + LIST)
    assert read_docx(make_docx(body)) == "## Torget"


@settings(max_examples=100)
@given(st.integers(0, 3000), st.integers(0, 255))
def test_a_changed_byte_anywhere_is_read_or_rejected(position: int, value: int) -> None:
    raw = bytearray(make_docx(paragraph("Det säljs narkotika på torget.")))
    raw[position % len(raw)] = value
    try:
        read_docx(bytes(raw))
    except DescriptionRejected as error:
        assert "torget" not in str(error)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.99])
def test_a_document_that_was_cut_off_is_rejected(share: float) -> None:
    raw = make_docx(paragraph("Det säljs narkotika på torget."))
    with pytest.raises(DescriptionRejected):
        read_docx(raw[: int(share * len(raw))])
