"""Tables as a workbook of Excel: the one module that knows XlsxWriter.

What somebody has written is always a string: never a formula, nor turned into one when the cell is edited.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from kb.plans.document.clean_text import clean_text
from kb.plans.document.sheet.rows import Cell, CellKind, SheetTable

MAX_CELL_CHARS = 32_767
MAX_LINK_CHARS = 2_000
A4 = 9
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "|")
"""A text that begins so could be run as a formula where it is pasted or saved as text."""
_CELL: dict[str, Any] = {"valign": "top", "text_wrap": True}
_FORMATS: dict[CellKind | str, dict[str, Any]] = {
    "text": _CELL,
    "guarded": {**_CELL, "quote_prefix": True},
    "day": {**_CELL, "num_format": "yyyy-mm-dd", "align": "left"},
    "kronor": {**_CELL, "num_format": '#,##0 "kr"'},
    "number": {**_CELL, "num_format": "General"},
    "link": {**_CELL, "font_color": "#0b3a5b", "underline": 1},
    "head": {"bold": True, "bg_color": "#e3ebf1", "bottom": 1, "text_wrap": True, "valign": "bottom"},
    "sum": {"bold": True, "num_format": '#,##0 "kr"', "top": 1},
}


def write_xlsx(sheets: Sequence[SheetTable], title: str, author: str, day: date) -> bytes:
    """The workbook; each sheet has its header row frozen, filtered and repeated on paper."""
    written = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(written, options) as book:
        made = datetime(day.year, day.month, day.day, tzinfo=UTC).replace(tzinfo=None)
        book.set_properties({"title": title[:255], "author": author[:255], "created": made})
        formats = {name: book.add_format(looks) for name, looks in _FORMATS.items()}
        for sheet in sheets:
            _Writer(book.add_worksheet(sheet.name), formats).write(sheet)
    return written.getvalue()


class _Writer:
    def __init__(self, page: Worksheet, formats: dict[Any, Any]) -> None:
        self._page = page
        self._formats = formats

    def write(self, sheet: SheetTable) -> None:
        self._set_page(sheet)
        for place, column in enumerate(sheet.columns):
            self._page.set_column(place, place, column.width)
            self._page.write_string(0, place, column.name, self._formats["head"])
        for line, row in enumerate(sheet.rows, 1):
            for place, (cell, column) in enumerate(zip(row, sheet.columns, strict=True)):
                self._write_cell(line, place, cell, column.kind)
        for place, column in enumerate(sheet.columns):
            if column.sums and sheet.rows:
                self._write_sum(len(sheet.rows), place, [row[place] for row in sheet.rows])

    def _set_page(self, sheet: SheetTable) -> None:
        page = self._page
        page.set_paper(A4)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)

    def _write_cell(self, line: int, place: int, cell: Cell, kind: CellKind) -> None:
        page, formats = self._page, self._formats
        match cell:
            case None | "":
                page.write_blank(line, place, None, formats["text"])
            case str():
                self._write_text(line, place, clean_text(cell)[:MAX_CELL_CHARS], kind)
            case date():
                page.write_datetime(line, place, datetime(cell.year, cell.month, cell.day), formats["day"])
            case int() | Decimal():
                page.write_number(line, place, float(cell), formats[kind])

    def _write_text(self, line: int, place: int, text: str, kind: CellKind) -> None:
        is_address = kind == "link" and text.startswith(("https://", "http://")) and len(text) <= MAX_LINK_CHARS
        if is_address:
            self._page.write_url(line, place, text, self._formats["link"], text)
        else:
            guard = "guarded" if text.startswith(FORMULA_SIGNS) else "text"
            self._page.write_string(line, place, text, self._formats[guard])

    def _write_sum(self, n_rows: int, place: int, cells: Sequence[Cell]) -> None:
        """Two rows below, out of the filter's reach: the sum of what the filter shows."""
        first, last = xl_rowcol_to_cell(1, place), xl_rowcol_to_cell(n_rows, place)
        total = sum(cell for cell in cells if isinstance(cell, int))
        self._page.write_formula(n_rows + 2, place, f"=SUBTOTAL(9,{first}:{last})", self._formats["sum"], total)
