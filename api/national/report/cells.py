"""The tables of the report as rows of names and numbers, whatever file they are written to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from api.national.report.names import ReportNames
from kb.national.report.report import MEASURES_OF, Report, TableKey

Value = float | None


@dataclass(frozen=True, slots=True)
class NamedTable:
    """heads : of the columns, the first is that of the rows' names"""

    name: str
    means: str
    heads: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Value]]]


def list_tables(report: Report, names: ReportNames) -> Sequence[NamedTable]:
    """The totals, each table with any rows, and the results."""
    t = names.t
    total = [(t[f"report_{measure}"], [figure.value]) for measure, figure in report.total.items()]
    total.append((t["report_declined"], [report.declined.value]))
    tables = [NamedTable(t["report_total"], t["report_total_means"], ["", t["report_value"]], total)]
    tables += [_name_table(key, report, names) for key in report.tables if report.tables[key]]
    if report.results:
        tables.append(NamedTable(t["report_results"], t["report_results_means"], *_list_results(report, names)))
    return tables


def _name_table(key: TableKey, report: Report, names: ReportNames) -> NamedTable:
    heads = ["", *(names.t[f"report_{measure}"] for measure in MEASURES_OF[key])]
    rows = [
        (names.name_row(key, row.key), [figure.value for figure in row.figures.values()]) for row in report.tables[key]
    ]
    return NamedTable(names.name_table(key), names.explain_table(key), heads, rows)


def _list_results(report: Report, names: ReportNames) -> tuple[Sequence[str], Sequence[tuple[str, Sequence[Value]]]]:
    heads = ["", *(names.t[f"report_{column}"] for column in report.results[0].figures)]
    return heads, list(_list_result_rows(report, names))


def _list_result_rows(report: Report, names: ReportNames) -> Iterator[tuple[str, Sequence[Value]]]:
    for result in report.results:
        values = [figure.value for figure in result.figures.values()]
        yield names.t["report_after_months"].format(n=result.months), values
