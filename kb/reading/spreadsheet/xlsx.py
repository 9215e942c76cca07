"""A workbook of Excel read sheet by sheet: the cells as people see them, hidden ones left out."""

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from kb.reading.blocks import Block, write_markdown
from kb.reading.characters import clean_characters
from kb.reading.package.office_package import OfficePackage
from kb.reading.package.xml_tree import parse_xml
from kb.reading.spreadsheet.number_formats import write_number
from kb.reading.spreadsheet.workbook import Workbook, read_text, read_workbook
from kb.reading.tables.cells import join_cell
from kb.reading.tables.rows import repeats, write_rows
from kb.reading.tables.sheets import name_sheet
from kb.reading.ticks import keep_ticked

MAX_COLUMNS = 256
MAX_MERGED_CELLS = 20_000
"""Of all merged areas of a sheet together: those that cover whole columns are not filled."""

_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_TRUTHS = {"1": "ja", "0": "nej"}
Cells = dict[int, dict[int, str]]


def read_xlsx(package: OfficePackage) -> str:
    """The workbook as Markdown: its sheets under their names, a row a line: `Column: cell; Column: cell`.

    An empty row ends a table. Sheets, rows and columns that are hidden, and what is struck out, are left out.

    Raises
    ------
    DescriptionRejected : one of its children, see `parse_xml`
    """
    book = read_workbook(package)
    return write_markdown(
        block for sheet in book.sheets for block in _sheet_blocks(package, book, sheet.part, sheet.name)
    )


def _sheet_blocks(package: OfficePackage, book: Workbook, part: str, name: str) -> list[Block]:
    root = parse_xml(package.read(part))
    cells = _read_cells(root, book)
    _fill_merged(root, cells)
    return name_sheet(name, [block for grid in _cut(cells, _find_hidden(root)) for block in write_rows(grid)])


def _read_cells(root: Element, book: Workbook) -> Cells:
    """Row and column, from 1 -> text. Hidden rows have none."""
    rows: Cells = {}
    number = 0
    for row in root.iter("row"):
        told = row.get("r", "")
        number = int(told) if told.isdecimal() and len(told) < 8 else number + 1
        if row.get("hidden") not in ("1", "true"):
            rows[number] = _read_row(row, book)
    return rows


def _read_row(row: Element, book: Workbook) -> dict[int, str]:
    texts: dict[int, str] = {}
    column = 0
    for cell in row.findall("c"):
        place = _PLACE.fullmatch(cell.get("r", ""))
        column = _number_column(place[1]) if place else column + 1
        if column <= MAX_COLUMNS and (text := _read_cell(cell, book)):
            texts[column] = text
    return texts


def _read_cell(cell: Element, book: Workbook) -> str:
    told = cell.get("s", "")
    style = int(told) if told.isdecimal() and len(told) < 8 else 0
    if style in book.struck:
        return ""
    return join_cell(keep_ticked(clean_characters(_show(cell, style, book))).split("\n"))


def _show(cell: Element, style: int, book: Workbook) -> str:
    kind, value = cell.get("t", "n"), cell.findtext("v") or ""
    if kind == "inlineStr":
        inline = cell.find("is")
        return "" if inline is None else read_text(inline)
    if kind == "s":
        return book.texts[int(value)] if value.isdecimal() and int(value[:9]) < len(book.texts) else ""
    if kind == "n":
        return _show_number(value, book.kinds[style] if style < len(book.kinds) else "", book.is_1904)
    return _TRUTHS.get(value, "") if kind == "b" else "" if kind == "e" else value.split("T00:00:00")[0]


def _show_number(value: str, kind: str, is_1904: bool) -> str:
    try:
        return write_number(float(value), kind, is_1904) if value else ""
    except (ValueError, OverflowError):
        return ""


def _fill_merged(root: Element, cells: Cells) -> None:
    """Give each cell of a merged area the text of its first one."""
    left = MAX_MERGED_CELLS
    for merged in root.iter("mergeCell"):
        corners = [_PLACE.fullmatch(corner) for corner in merged.get("ref", "").split(":")]
        if len(corners) == 2 and corners[0] and corners[1]:
            columns = range(_number_column(corners[0][1]), min(_number_column(corners[1][1]), MAX_COLUMNS) + 1)
            rows = range(int(corners[0][2]), int(corners[1][2]) + 1)
            left -= len(columns) * len(rows)
            text = cells.get(rows.start, {}).get(columns.start, "")
            if left > 0 and repeats(text):
                _fill(cells, rows, columns, text)


def _fill(cells: Cells, rows: range, columns: range, text: str) -> None:
    for row in filter(cells.__contains__, rows):
        cells[row].update(dict.fromkeys(columns, text) if text else {})


def _find_hidden(root: Element) -> frozenset[int]:
    hidden = set[int]()
    for columns in root.iter("col"):
        first, last = columns.get("min", ""), columns.get("max", "")
        if columns.get("hidden") in ("1", "true") and first.isdecimal() and last.isdecimal():
            hidden.update(range(int(first[:6]), min(int(last[:6]), MAX_COLUMNS) + 1))
    return frozenset(hidden)


def _cut(cells: Cells, hidden: frozenset[int]) -> Iterator[Sequence[Sequence[str]]]:
    """The tables of a sheet, which rows without text part."""
    table: list[list[str]] = []
    for row in sorted(cells):
        texts = {column: text for column, text in cells[row].items() if column not in hidden and text}
        if texts:
            table.append([texts.get(column, "") for column in range(1, max(texts) + 1)])
        elif table:
            yield table
            table = []
    if table:
        yield table


def _number_column(letters: str) -> int:
    """From 1."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number
