"""Tables of Word: rows that stay whole, a header row that is told to a screen reader and repeated on each page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kb.plans.document.blocks import Column, Row, Spans, Table, say
from kb.plans.document.word.elements import Element, make, make_paragraph
from kb.plans.document.word.spans import SpanWriter
from kb.plans.document.word.styles import Styles

MAX_WHOLE_CHARS = 1_500
"""A row with more text may break over pages: it could be longer than one."""
SMALL = 18
"""Half points of text in a table whose template has no style for it: the text of the body is too large there."""
RowKind = Literal["head", "plain", "total"]
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass(frozen=True, slots=True)
class TableWriter:
    """width : of the text on the page, in twentieths of a point"""

    styles: Styles
    spans: SpanWriter
    width: int

    def make_table(self, table: Table) -> Element:
        """The table over the whole width."""
        shares = sum(column.share for column in table.columns)
        widths = [round(self.width * column.share / shares) for column in table.columns]
        grid = make("w:tblGrid", children=[make("w:gridCol", {"w": str(width)}) for width in widths])
        return make("w:tbl", children=[self._make_properties(table), grid, *self._make_rows(table, widths)])

    def _make_properties(self, table: Table) -> Element:
        style = self.styles.ids["table"]
        has_total = any(row.is_total for row in table.rows)
        looks = {"firstRow": "1", "lastRow": str(int(has_total)), "firstColumn": "0", "lastColumn": "0"}
        borders = [make(f"w:{edge}", {"val": "single", "sz": "4", "color": "auto"}) for edge in _EDGES]
        return make(
            "w:tblPr",
            children=[
                *([make("w:tblStyle", {"val": style})] if style else []),
                make("w:tblW", {"w": str(self.width), "type": "dxa"}),
                *([] if style else [make("w:tblBorders", children=borders)]),
                make("w:tblLayout", {"type": "fixed"}),
                make("w:tblLook", {"val": "0660" if has_total else "0620", **looks, "noHBand": "1", "noVBand": "1"}),
                make("w:tblCaption", {"val": table.caption}),
            ],
        )

    def _make_rows(self, table: Table, widths: list[int]) -> Iterator[Element]:
        head = Row(tuple(say(column.name) for column in table.columns))
        yield self._make_row(head, "head", table.columns, widths, keeps=True)
        for row, below in zip(table.rows, (*table.rows[1:], None), strict=True):
            keeps = below is not None and below.is_total  # a sum does not stand alone on a page
            yield self._make_row(row, "total" if row.is_total else "plain", table.columns, widths, keeps=keeps)

    def _make_row(
        self, row: Row, kind: RowKind, columns: tuple[Column, ...], widths: list[int], *, keeps: bool
    ) -> Element:
        is_whole = sum(len(span.text) for cell in row.cells for span in cell) <= MAX_WHOLE_CHARS
        marks = [make("w:cantSplit")] if is_whole else []
        marks += [make("w:tblHeader")] if kind == "head" else []
        cells = (
            self._make_cell(cell, width, self._shape(column, keeps=keeps), is_strong=kind != "plain")
            for cell, column, width in zip(row.cells, columns, widths, strict=True)
        )
        return make("w:tr", children=[make("w:trPr", children=marks), *cells])

    def _make_cell(self, cell: Spans, width: int, properties: list[Element], *, is_strong: bool) -> Element:
        """properties : of its paragraph"""
        stands_in = "table text" in self.styles.stands_in
        runs = self.spans.make_runs(cell, is_strong=is_strong, half_points=SMALL if stands_in else 0)
        text = make_paragraph(self.styles.ids["table text"], runs, properties)
        return make("w:tc", children=[make("w:tcPr", children=[make("w:tcW", {"w": str(width), "type": "dxa"})]), text])

    def _shape(self, column: Column, *, keeps: bool) -> list[Element]:
        """Properties of a cell's paragraph; keeps : it stays on the page of the row below"""
        shape = [make("w:keepNext")] if keeps else []
        if "table text" in self.styles.stands_in:
            shape.append(make("w:spacing", {"before": "20", "after": "20"}))
        if column.is_amount:
            shape.append(make("w:jc", {"val": "right"}))
        return shape
