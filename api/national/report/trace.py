"""From a figure of the report to the cases that it is of."""

from collections.abc import Sequence

from kb.national.report.figures import Figure
from kb.national.report.happened import Happened, ToldCase
from kb.national.report.report import Report

TOTAL, RESULTS, DECLINED = "total", "results", "declined"


def trace_figure(report: Report, table: str, row: str, measure: str) -> Figure | None:
    """The figure in the row and column of the table; None where there is none.

    table : total, results, or a table of the report; row : its key, of results the number of months
    """
    if table == TOTAL:
        return {**{str(key): figure for key, figure in report.total.items()}, DECLINED: report.declined}.get(measure)
    if table == RESULTS:
        found = next((result for result in report.results if str(result.months) == row), None)
        return found.figures.get(measure) if found else None
    rows = {str(key): rows for key, rows in report.tables.items()}.get(table, ())
    figures = {one.key: {str(key): figure for key, figure in one.figures.items()} for one in rows}
    return figures.get(row, {}).get(measure)


def list_cases(figure: Figure, happened: Happened) -> Sequence[ToldCase]:
    """The newest first."""
    found = [happened.cases[case_id] for case_id in figure.cases]
    return sorted(found, key=lambda case: (case.created, case.id), reverse=True)
