"""The report as a document, and as a workbook."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from api.formats import write_day, write_number, write_period
from api.languages import Language
from api.national.report.cells import NamedTable, Value, list_tables
from api.national.report.names import ReportNames
from api.national.report.notes import list_notes
from api.national.report.sentences import write_sentences
from kb.national.report.report import Report
from kb.plans.document.blocks import Block, Bullets, Column, Document, Heading, Paragraph, Row, Table, say
from kb.plans.document.sheet.rows import SheetColumn, SheetTable

NAME_SHARE, VALUE_SHARE = 5, 2
NAME_WIDTH, VALUE_WIDTH, TEXT_WIDTH = 48, 16, 110
MAX_SHEET_NAME = 31
"""Excel's own limit."""


def make_document(report: Report, names: ReportNames, owner: str, language: Language, today: date) -> Document:
    """owner : the county that it is of, empty for the country"""
    t = names.t
    return Document(
        title=t["report_title"],
        owner=owner,
        state=t["report_state"].format(period=write_period(report.period, t), day=write_day(today, t)),
        language=language,
        page=t["report_page"],
        day=today,
        blocks=tuple(_list_blocks(report, names)),
    )


def make_sheets(report: Report, names: ReportNames) -> Sequence[SheetTable]:
    """A sheet a table, and one of how it was counted."""
    t = names.t
    notes = tuple((note,) for note in list_notes(report, names))
    note_sheet = SheetTable(t["report_notes"], (SheetColumn(t["report_notes"], TEXT_WIDTH),), notes)
    return (*map(_make_sheet, list_tables(report, names)), note_sheet)


def _list_blocks(report: Report, names: ReportNames) -> Iterator[Block]:
    t = names.t
    yield Heading(level=1, spans=say(t["report_text"]), anchor="text")
    yield Paragraph(say(t["report_text_means_draft"]), "note")
    for sentence in write_sentences(report, names):
        yield Paragraph(say(sentence))
    yield Heading(level=1, spans=say(t["report_tables"]), anchor="tables")
    for number, table in enumerate(list_tables(report, names), 1):
        yield Heading(level=2, spans=say(table.name), anchor=f"table-{number}")
        if table.means:
            yield Paragraph(say(table.means), "note")
        yield _make_table(table, names)
    yield Heading(level=1, spans=say(t["report_notes"]), anchor="notes")
    yield Bullets(tuple(map(say, list_notes(report, names))))


def _make_table(table: NamedTable, names: ReportNames) -> Table:
    first, *others = table.heads
    columns = (Column(first or names.t["report_row"], NAME_SHARE), *(Column(h, VALUE_SHARE, True) for h in others))
    rows = (Row((say(name), *(say(_tell(value, names)) for value in values))) for name, values in table.rows)
    return Table(table.name, columns, tuple(rows))


def _tell(value: Value, names: ReportNames) -> str:
    if value is None:
        return names.t["report_unknown"]
    return write_number(value, names.t, 0 if float(value).is_integer() else 1)


def _make_sheet(table: NamedTable) -> SheetTable:
    first, *others = table.heads
    columns = (SheetColumn(first or table.name, NAME_WIDTH), *(SheetColumn(h, VALUE_WIDTH, "number") for h in others))
    rows = ((name, *map(_make_cell, values)) for name, values in table.rows)
    return SheetTable(table.name[:MAX_SHEET_NAME], columns, tuple(rows))


def _make_cell(value: Value) -> Decimal | None:
    return None if value is None else Decimal(str(value))
