"""The report in each form that it can be taken home in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from api.languages import Language
from api.national.report.document import make_document, make_sheets
from api.national.report.find import ReportRead
from api.national.report.names import ReportNames
from api.national.report.open_data import write_open_data
from kb.plans.document.sheet.write_xlsx import write_xlsx
from kb.plans.document.word.write_docx import write_docx

ReportForm = Literal["docx", "xlsx", "zip"]
REPORT_FORMS: tuple[ReportForm, ...] = get_args(ReportForm)
_OFFICE = "application/vnd.openxmlformats-officedocument"
MEDIA_TYPES: Mapping[ReportForm, str] = {
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "zip": "application/zip",
}


@dataclass(frozen=True, slots=True)
class ReportFile:
    name: str
    media_type: str
    content: bytes


def write_report(read: ReportRead, form: ReportForm, names: ReportNames, language: Language, today: date) -> ReportFile:
    """Raises PeriodRejected, for open data of anything but a whole year that has ended."""
    report, owner = read.report, names.of_rows["counties"].get(read.county, "")
    match form:
        case "docx":
            content = write_docx(make_document(report, names, owner, language, today)).content
        case "xlsx":
            content = write_xlsx(make_sheets(report, names), names.t["report_title"], owner, today)
        case "zip":
            content = write_open_data(report, names, today)
    place = f"-{read.county}" if read.county else ""
    name = f"redovisning{place}-{report.period.first}-{report.period.last}.{form}"
    return ReportFile(name, MEDIA_TYPES[form], content)
