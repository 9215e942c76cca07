"""A Word document read in the order of its body."""

from typing import Any

import docx
import pytest
from docx.enum.text import WD_BREAK
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.errors import DescriptionRejected
from kb.reading.package.office_package import open_office_package
from kb.reading.word import docx as word
from tests.kb.reading.make_docx import NAMESPACES, make_docx, paragraph, save

BOLD = "<w:b/>"
LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def read_docx(raw: bytes) -> str:
    return word.read_docx(open_office_package(raw))


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
        "Brott: Stöld; 2023: 1 204\n\nKälla: polisen."
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
    assert read_docx(make_docx(table)) == "Torget; Det säljs. Det klottras"


def test_a_row_of_one_cell_is_a_frame() -> None:
    table = _table(f"<w:tc>{paragraph('klotter', LIST)}{paragraph('rån', LIST)}</w:tc>")
    assert read_docx(make_docx(table)) == "- klotter\n- rån"


def test_a_table_in_a_cell_is_part_of_the_cell() -> None:
    inner = _table(_cell("a") + _cell("b"))
    table = _table(_cell("Torget") + f"<w:tc>{inner}</w:tc>")
    assert read_docx(make_docx(table)) == "Torget; a, b"


def test_a_heading_in_a_list_is_a_heading() -> None:
    body = paragraph("Torget", '<w:outlineLvl w:val="1"/>' + LIST)
    assert read_docx(make_docx(body)) == "## Torget"


DELETED_MARK = "<w:rPr><w:del/></w:rPr>"


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    body = paragraph("Det sker på hel", DELETED_MARK) + paragraph("gerna efter mörkrets inbrott.")
    assert read_docx(make_docx(body)) == "Det sker på helgerna efter mörkrets inbrott."


def test_what_was_struck_out_is_not_read() -> None:
    body = paragraph("Bilbränder är värst.", run_properties="<w:strike/>") + paragraph("Klotter är värst.")
    assert read_docx(make_docx(body)) == "Klotter är värst."


def test_white_text_is_read_in_a_table_and_a_box_alone() -> None:
    white = '<w:color w:val="FFFFFF"/>'
    cell = f'<w:tc><w:tcPr><w:shd w:fill="1F3864"/></w:tcPr>{paragraph("Problem", run_properties=white)}</w:tc>'
    body = paragraph("dolt", run_properties=white) + _table(cell + _cell("Plats"), _cell("Rån") + _cell("Torget"))
    assert read_docx(make_docx(body)) == "Problem: Rån; Plats: Torget"


def test_breaks_over_a_page_mend_and_fields_on_lines_are_one_row() -> None:
    body = (
        '<w:p><w:r><w:t>Klottret syns i tunneln</w:t><w:br w:type="page"/><w:t>och på skolan.</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>Problem: stölder</w:t><w:br/><w:t>Plats: parkeringen</w:t></w:r></w:p>"
    )
    assert read_docx(make_docx(body)) == (
        "Klottret syns i tunneln och på skolan.\n\nProblem: stölder; Plats: parkeringen"
    )


def test_boxes_that_are_not_ticked_go_with_their_labels() -> None:
    box = '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox></w:sdtPr><w:sdtContent/></w:sdt>'
    old = '<w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val="{}"/></w:checkBox></w:ffData></w:fldChar></w:r>'
    body = paragraph("Kryssa.") + "".join(
        f"<w:p>{mark.format(value)}<w:r><w:t> {label}</w:t></w:r></w:p>"
        for mark, value, label in ((box, 1, "Klotter"), (box, 0, "Rån"), (old, 1, "Bränder"), (old, 0, "Stöld"))
    )
    assert read_docx(make_docx(body)) == "Kryssa.\n\nKlotter\n\nBränder"


def test_a_field_that_was_never_filled_in_is_not_read() -> None:
    field = (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{paragraph('Ange text.')}</w:sdtContent></w:sdt>"
    )
    assert read_docx(make_docx(paragraph("Torget") + field)) == "Torget"


def test_notes_stand_in_parentheses_after_their_paragraph() -> None:
    body = '<w:p><w:r><w:t>Rånen ökar.</w:t><w:footnoteReference w:id="2"/><w:t> Mycket.</w:t></w:r></w:p>'
    note = f'<w:footnotes {NAMESPACES}><w:footnote w:id="2">{paragraph("Enligt polisen.")}</w:footnote></w:footnotes>'
    assert read_docx(make_docx(body, notes=note)) == "Rånen ökar. Mycket. (Enligt polisen.)"


def test_merged_cells_are_repeated_and_deleted_rows_left_out() -> None:
    start = _cell("Klotter").replace("<w:tc>", '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>')
    rest = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    table = _table(
        _cell("Problem") + _cell("Plats"),
        start + _cell("Skolan"),
        rest + _cell("Badhuset"),
        "<w:trPr><w:del/></w:trPr>" + _cell("Våld") + _cell("Hemmet"),
    )
    assert read_docx(make_docx(table)) == "Problem: Klotter; Plats: Skolan\nProblem: Klotter; Plats: Badhuset"


def test_a_cell_over_a_whole_row_stands_before_the_rows_after_it() -> None:
    wide = _cell("Norra").replace("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>')
    table = _table(_cell("Problem") + _cell("Plats"), wide, _cell("Rån") + _cell("Torget"))
    assert read_docx(make_docx(table)) == "Norra; Problem: Rån; Plats: Torget"


def test_a_bold_first_row_names_the_columns_and_so_does_one_that_word_repeats() -> None:
    bold = "".join(f"<w:tc>{paragraph(text, run_properties=BOLD)}</w:tc>" for text in ("Hos oss", "Hos er"))
    marked = "<w:trPr><w:tblHeader/></w:trPr>" + _cell("Hos oss") + _cell("Hos er")
    for header in (bold, marked):
        table = _table(header, _cell("Rån") + _cell("Stöld"))
        assert read_docx(make_docx(table)) == "Hos oss: Rån; Hos er: Stöld"


def test_typed_bullets_are_items() -> None:
    assert read_docx(make_docx(paragraph("• klotter") + paragraph("- rån"))) == "- klotter\n- rån"


def test_signs_of_wingdings_are_boxes() -> None:
    body = "".join(
        f'<w:p><w:r><w:sym w:font="Wingdings" w:char="{char}"/><w:t> {label}</w:t></w:r></w:p>'
        for char, label in (("F0FE", "Klotter"), ("F0A8", "Rån"), ("zz", "Stöld"))
    )
    assert read_docx(make_docx(body)) == "Klotter\n\nStöld"


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
