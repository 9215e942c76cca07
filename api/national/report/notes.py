"""How the report was counted, and what it cannot tell."""

from collections.abc import Sequence

from api.formats import write_period
from api.national.report.names import ReportNames
from kb.national.report.report import Report

NOTES = ("period", "asked", "offered", "received", "areas", "classes", "merged", "erased", "results", "expected")


def list_notes(report: Report, names: ReportNames) -> Sequence[str]:
    """Sentences, the most important first."""
    told = {"period": write_period(report.period, names.t), "year": names.year or "–", "risk": names.risk_year or "–"}
    return [names.t[f"report_note_{note}"].format(**told) for note in NOTES]
