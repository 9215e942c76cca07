"""A workbook of Excel."""

from kb.reading.package.office_package import open_office_package
from kb.reading.spreadsheet.xlsx import read_xlsx
from tests.kb.reading.make_office import make_rows, make_xlsx

ROWS = make_rows(("Problem", "Plats", "Antal"), ("Klotter", "Tunneln", 14), ("Rån", "", 3))
READ = "Problem: Klotter; Plats: Tunneln; Antal: 14\nProblem: Rån; Antal: 3"


def _read(raw: bytes) -> str:
    return read_xlsx(open_office_package(raw))


def test_sheets_stand_under_their_names_and_hidden_ones_are_left_out() -> None:
    raw = make_xlsx({"Trygghet": ROWS, "Gammalt": ROWS, "Blad3": ROWS}, states={"Gammalt": "hidden"})
    assert _read(raw) == f"## Trygghet\n\n{READ}\n{READ}"


def test_hidden_rows_and_columns_are_left_out() -> None:
    rows = make_rows(("Problem", "Plats", "Antal"), ("Våld", "Hemmet", 1), ("Klotter", "Tunneln", 14), hidden=1)
    columns = '<cols><col min="2" max="2" hidden="1"/></cols>'
    assert _read(make_xlsx({"Blad1": columns + rows})) == "Problem: Klotter; Antal: 14"


def test_merged_cells_are_repeated_and_whole_columns_are_not_filled() -> None:
    data = make_rows(("Problem", "Plats"), ("Klotter", "Skolan"), ("", "Badhuset"))
    merged = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="D1:XFD1048576"/></mergeCells>'
    assert _read(make_xlsx({"Blad1": data + merged})) == (
        "Problem: Klotter; Plats: Skolan\nProblem: Klotter; Plats: Badhuset"
    )


def test_days_and_shares_look_as_in_the_cell_and_struck_out_cells_are_left_out() -> None:
    styles = (
        "<fonts><font/><font><strike/></font></fonts><cellXfs>"
        '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="0" fontId="1"/></cellXfs>'
    )
    cells = "".join(f'<c s="{s}"><v>{v}</v></c>' for s, v in ((0, 12.5), (1, 46356), (2, 0.25), (3, 7)))
    head = make_rows(("Problem", "Antal", "Datum", "Andel", "Fel"))
    row = f'<row><c t="inlineStr"><is><t>Rån</t></is></c>{cells}</row>'
    raw = make_xlsx({"Blad1": head.replace("</sheetData>", f"{row}</sheetData>")}, styles=styles)
    assert _read(raw) == "Problem: Rån; Antal: 12,5; Datum: 2026-11-30; Andel: 25 %"


def test_shared_texts_are_read_without_what_is_struck_out_in_them() -> None:
    texts = (
        "<si><t>Plats</t></si><si><r><rPr><strike/></rPr><t>Rån</t></r><r><t>Klotter</t></r></si><si><t>Antal</t></si>"
    )
    rows = '<row><c t="s"><v>0</v></c><c t="s"><v>2</v></c></row><row><c t="s"><v>1</v></c><c><v>3</v></c>'
    data = f'<sheetData>{rows}<c t="s"><v>99</v></c></row></sheetData>'
    assert _read(make_xlsx({"Blad1": data}, texts=texts)) == "Plats: Klotter; Antal: 3"


def test_an_empty_row_ends_a_table() -> None:
    data = make_rows(("Problem", "Plats"), ("Rån", "Torget"), (), ("Orsak", "Åtgärd"), ("Insyn", "Ljus"))
    assert _read(make_xlsx({"Blad1": data})) == "Problem: Rån; Plats: Torget\nOrsak: Insyn; Åtgärd: Ljus"


def test_a_cell_at_the_end_of_the_sheet_does_not_fill_it() -> None:
    cells = '<c r="XFD1048576"><v>1</v></c><c r="B1048576" t="str"><v>Rån</v></c>'
    data = f'<sheetData><row r="1048576">{cells}</row></sheetData>'
    assert _read(make_xlsx({"Blad1": data})) == "Rån"


def test_truths_are_told_and_errors_left_out() -> None:
    data = (
        '<sheetData><row><c t="str"><v>Problem</v></c><c t="str"><v>Anmält</v></c><c t="str"><v>Fel</v></c></row>'
        '<row><c t="str"><v>Rån</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c></row></sheetData>'
    )
    assert _read(make_xlsx({"Blad1": data})) == "Problem: Rån; Anmält: ja"
