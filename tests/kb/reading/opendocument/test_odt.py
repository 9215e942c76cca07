"""Texts and spreadsheets of OpenDocument."""

import pytest

from kb.reading.opendocument.odt import read_odt
from kb.reading.package.office_package import open_office_package
from tests.kb.reading.make_office import make_odt


def _read(body: str, styles: str = "", kind: str = "text") -> str:
    return read_odt(open_office_package(make_odt(body, styles, kind)))


def _style(name: str, properties: str) -> str:
    return f'<style:style style:name="{name}"><style:text-properties {properties}/></style:style>'


def _cell(text: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def _row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def test_headings_paragraphs_and_lists_are_read() -> None:
    body = (
        '<text:h text:outline-level="2">Torget</text:h><text:p>Det säljs<text:s/>narkotika<text:line-break/>varje dag.'
        "</text:p><text:list><text:list-item><text:p>klotter</text:p><text:list><text:list-item><text:p>på skolan"
        "</text:p></text:list-item></text:list></text:list-item></text:list>"
    )
    assert _read(body) == "## Torget\n\nDet säljs narkotika varje dag.\n\n- klotter\n- på skolan"


def test_what_was_deleted_or_is_a_comment_is_left_out() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>inbrott</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>Klotter<office:annotation><text:p>Stämmer?</text:p>"
        "</office:annotation> ökar.</text:p>"
    )
    assert _read(body) == "Klotter ökar."


@pytest.mark.parametrize(
    "properties",
    ['style:text-line-through-style="solid"', 'text:display="none"', 'fo:font-size="1pt"', 'fo:color="#FFFFFF"'],
)
def test_what_is_not_seen_is_left_out(properties: str) -> None:
    body = '<text:p>Klotter<text:span text:style-name="T1"> och rån</text:span> ökar.</text:p>'
    assert _read(body, _style("T1", properties)) == "Klotter ökar."


def test_a_note_stands_in_parentheses_after_its_paragraph() -> None:
    body = "<text:note-body><text:p>Polisen.</text:p></text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"
    assert _read(f"<text:p>Rånen{note} ökar.</text:p>") == "Rånen ökar. (Polisen.)"


def test_a_short_bold_paragraph_is_a_heading() -> None:
    body = '<text:p text:style-name="B">Torget</text:p><text:p>Rån.</text:p>'
    assert _read(body, _style("B", 'fo:font-weight="bold"')) == "#### Torget\n\nRån."


def test_a_table_is_rows_with_merged_cells_repeated() -> None:
    body = "<table:table>{}</table:table>".format(
        "".join(
            [
                "<table:table-header-rows>" + _row(_cell("Problem"), _cell("Plats")) + "</table:table-header-rows>",
                _row(_cell("Klotter", 'table:number-rows-spanned="2"'), _cell("Skolan")),
                _row("<table:covered-table-cell/>", _cell("Badhuset")),
            ]
        )
    )
    assert _read(body) == "Problem: Klotter; Plats: Skolan\nProblem: Klotter; Plats: Badhuset"


def test_a_sheet_is_read_without_hidden_rows_and_to_where_it_is_filled() -> None:
    body = '<table:table table:name="Läget">{}</table:table>'.format(
        "".join(
            [
                _row(_cell("Problem"), _cell("Antal")),
                _row(_cell("Rån"), _cell("3"), attributes='table:visibility="filter"'),
                _row(_cell("Klotter"), _cell("1 204"), _cell("", 'table:number-columns-repeated="16000"')),
                _row(
                    _cell("", 'table:number-columns-repeated="16000"'),
                    attributes='table:number-rows-repeated="1048570"',
                ),
            ]
        )
    )
    assert _read(body, kind="spreadsheet") == "## Läget\n\nProblem: Klotter; Antal: 1 204"


def test_text_boxes_are_read_and_a_table_of_contents_is_not() -> None:
    body = (
        "<text:table-of-content><text:p>Torget 3</text:p></text:table-of-content>"
        "<text:p>Torget<draw:frame><draw:text-box><text:p>I rutan</text:p></draw:text-box></draw:frame></text:p>"
    )
    assert _read(body) == "Torget\n\nI rutan"
