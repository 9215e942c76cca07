"""Workbooks of Excel and files of OpenDocument for tests, from raw XML."""

from collections.abc import Mapping

from tests.kb.reading.make_docx import zip_parts

OPEN_TYPE = "application/vnd.oasis.opendocument"
_OPEN_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:{prefix}"' for prefix in ("office", "text", "table", "style", "fo", "draw", "dc")
)
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def make_odt(body: str, styles: str = "", kind: str = "text") -> bytes:
    """A document with the body, and automatic styles if any; kind : or `spreadsheet`."""
    content = (
        f"<office:document-content {_OPEN_NAMESPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    return zip_parts({"mimetype": f"{OPEN_TYPE}.{kind}", "content.xml": content})


def make_xlsx(
    sheets: Mapping[str, str], styles: str = "", texts: str = "", states: Mapping[str, str] | None = None
) -> bytes:
    """A workbook; sheets : name -> XML of the worksheet; states : name -> `hidden`."""
    states = states or {}
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" state="{states.get(name, "visible")}"/>'
        for n, name in enumerate(sheets, 1)
    )
    parts = {f"xl/worksheets/sheet{n}.xml": f"<worksheet>{xml}</worksheet>" for n, xml in enumerate(sheets.values(), 1)}
    types = f'<Types><Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}"/></Types>'
    parts |= {"[Content_Types].xml": types, "xl/workbook.xml": f"<workbook><sheets>{listed}</sheets></workbook>"}
    parts |= {"xl/styles.xml": f"<styleSheet>{styles}</styleSheet>"} if styles else {}
    parts |= {"xl/sharedStrings.xml": f"<sst>{texts}</sst>"} if texts else {}
    return zip_parts(parts)


def make_rows(*rows: tuple[str | float, ...], hidden: int = -1) -> str:
    """The data of a sheet; hidden : which row, from 0, is."""
    return f"<sheetData>{''.join(_row(row, n == hidden) for n, row in enumerate(rows))}</sheetData>"


def _row(cells: tuple[str | float, ...], is_hidden: bool) -> str:
    hidden = ' hidden="1"' if is_hidden else ""
    return f"<row{hidden}>{''.join(map(_cell, cells))}</row>"


def _cell(value: str | float) -> str:
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t>{value}</t></is></c>'
    return f"<c><v>{value}</v></c>"
