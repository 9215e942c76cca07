"""The report as open data: CSV files with their schema, without figures of fewer than five municipalities."""

import csv
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from api.cases.advice.export_advice import FORMULA
from api.national.report.names import ReportNames
from api.national.report.notes import list_notes
from kb.documents import Period
from kb.errors import PeriodRejected
from kb.national.report.figures import Figure
from kb.national.report.open_rows import FEW, may_tell, open_rows
from kb.national.report.report import MEASURES_OF, Report, TableKey

TABLES: tuple[TableKey, ...] = ("counties", "classes", "focus", "areas", "forms", "kinds")
"""Those that are no list of municipalities or experts."""
Lines = Sequence[Sequence[str | float]]


def is_open_period(period: Period, today: date) -> bool:
    """Whether it is a calendar year that has ended: stretches that overlap would tell of single municipalities."""
    year = period.first.year
    return period.first == date(year, 1, 1) and period.last == date(year, 12, 31) < today


def write_open_data(report: Report, names: ReportNames, today: date) -> bytes:
    """A zip of CSV (UTF-8, commas, full stop in numbers: RFC 4180) and datapackage.json (Frictionless Data Package 1).

    Raises
    ------
    PeriodRejected : the period is no calendar year that has ended
    """
    if not is_open_period(report.period, today):
        raise PeriodRejected("open data is of a whole calendar year that has ended; choose 1 January to 31 December")
    files: dict[str, Lines] = {"total": _list_total(report)}
    files |= {key: _list_rows(key, report, names) for key in TABLES}
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, lines in files.items():
            _add(packed, f"{name}.csv", _write_csv(_list_columns(name), lines), report)
        described = json.dumps(_describe(report, names, files), ensure_ascii=False, indent=1)
        _add(packed, "datapackage.json", described + "\n", report)
    return written.getvalue()


def _add(packed: zipfile.ZipFile, name: str, text: str, report: Report) -> None:
    """Dated by the period, so that the same figures are the same bytes."""
    day = report.period.last
    info = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    packed.writestr(info, text.encode())


def _list_total(report: Report) -> Lines:
    told: list[tuple[str, Figure]] = [*report.total.items(), ("declined", report.declined)]
    return [[key, figure.value or 0] for key, figure in told if may_tell(figure)]


def _list_rows(key: TableKey, report: Report, names: ReportNames) -> Lines:
    lines: list[list[str | float]] = []
    for row in open_rows(report.tables[key]):
        name = "; ".join(names.name_row(key, one) for one in row.keys)
        lines.append([" ".join(row.keys), name, *(row.figures[measure] for measure in MEASURES_OF[key])])
    return lines


def _list_columns(name: str) -> Sequence[str]:
    if name == "total":
        return ["measure", "value"]
    return ["key", "name", *MEASURES_OF[name]]  # type: ignore[index]  # one of TABLES


def _write_csv(columns: Sequence[str], lines: Lines) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([[_tell(cell) for cell in line] for line in lines])
    return file.getvalue()


def _tell(cell: str | float) -> str:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(FORMULA) else cell
    return f"{cell:g}" if abs(cell) < 1e6 else str(cell)


def _describe(report: Report, names: ReportNames, files: Mapping[str, Lines]) -> Mapping[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": f"support-to-municipalities-{report.period.first.year}",
        "title": f"{names.t['report_title']} {report.period.first.year}",
        "description": " ".join([*list_notes(report, names), names.t["report_note_open"].format(n=FEW)]),
        "resources": [_describe_file(name, names) for name in files],
    }


def _describe_file(name: str, names: ReportNames) -> Mapping[str, Any]:
    title = names.t["report_total"] if name == "total" else names.t[f"report_{name}"]
    return {
        "name": name,
        "title": title,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "schema": {"fields": [_describe_field(column, names) for column in _list_columns(name)]},
    }


def _describe_field(column: str, names: ReportNames) -> Mapping[str, str]:
    if column in {"key", "name", "measure"}:
        return {"name": column, "type": "string", "title": names.t[f"report_column_{column}"]}
    return {"name": column, "type": "number", "title": names.t[f"report_{column}"]}
