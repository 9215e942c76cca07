"""The report of a period in the API."""

from collections.abc import Callable, Sequence
from datetime import date

from api.schemas.schema import Schema
from kb.national.report.figures import Measure
from kb.national.report.report import Report, Row, TableKey

NameRow = Callable[[TableKey, str], str]


class ReportRowOut(Schema):
    """key: a code, slug or word; values: by measure."""

    key: str
    name: str
    values: dict[Measure, float | None]


class ReportResultOut(Schema):
    """months: 3 or 12; values: how many were asked and answered, how they used it, and means of 1 to 5, null of fewer
    than five answers."""

    months: int
    values: dict[str, float | None]


class ReportOut(Schema):
    """county: two digits, empty for the country; text: a draft made of the figures."""

    first: date
    last: date
    county: str
    total: dict[Measure, float | None]
    declined: int
    tables: dict[TableKey, list[ReportRowOut]]
    results: list[ReportResultOut]
    text: list[str]


def report_out(report: Report, county: str, name_row: NameRow, text: Sequence[str]) -> ReportOut:
    """name_row : a table and the key of a row -> how it is called"""
    return ReportOut(
        first=report.period.first,
        last=report.period.last,
        county=county,
        total={measure: figure.value for measure, figure in report.total.items()},
        declined=int(report.declined.value or 0),
        tables={key: [_row_out(key, row, name_row) for row in rows] for key, rows in report.tables.items()},
        results=[
            ReportResultOut(months=one.months, values={key: figure.value for key, figure in one.figures.items()})
            for one in report.results
        ],
        text=list(text),
    )


def _row_out(key: TableKey, row: Row, name_row: NameRow) -> ReportRowOut:
    return ReportRowOut(
        key=row.key,
        name=name_row(key, row.key),
        values={measure: figure.value for measure, figure in row.figures.items()},
    )
