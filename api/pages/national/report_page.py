"""The report of a period as a page, as files, and the cases behind each figure."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.access.current_account import database_of
from api.access.require import require
from api.access.signed_in import SignedIn
from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.languages import load_strings
from api.national.report.files import ReportForm, write_report
from api.national.report.find import FIRST_DAY, ReportRead, find_report
from api.national.report.names import name_report
from api.national.report.notes import list_notes
from api.national.report.open_data import is_open_period
from api.national.report.sentences import write_sentences
from api.national.report.trace import list_cases, trace_figure
from api.pages.frame.private import keep_nowhere, render_private
from api.pages.national.start import NATIONAL
from kb.documents import Period
from kb.errors import PeriodRejected
from kb.national.report.figures import Figure

REPORT = f"{NATIONAL}/rapport"
Advisor = Annotated[SignedIn, Depends(require("advisor"))]
Typed = Annotated[str, Query(max_length=20)]
Key = Annotated[str, Query(max_length=100)]

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@dataclass(frozen=True, slots=True)
class ReportAddress:
    """The period in the address, and where its figures and files are. is_rejected : what was typed is no period"""

    period: Period
    is_rejected: bool = False

    @property
    def query(self) -> str:
        return urlencode({"fran": self.period.first, "till": self.period.last})

    def file(self, form: ReportForm) -> str:
        return f"{REPORT}/fil?{self.query}&format={form}"

    def cases(self, table: str, row: str, measure: str) -> str:
        return f"{REPORT}/arenden?{self.query}&{urlencode({'tabell': table, 'rad': row, 'varde': measure})}"


@router.get(REPORT)
def show_report(
    request: Request,
    account: Advisor,
    language: ChosenLanguage,
    searcher: CurrentSearcher,
    today: Today,
    fran: Typed = "",
    till: Typed = "",
) -> Response:
    """fran, till : the first and the last day; this year so far where nothing is said"""
    address = _read_address(fran, till, today)
    read = find_report(database_of(request), searcher.snapshot, account.scope, address.period)
    names = name_report(searcher.snapshot, load_strings(language), in_swedish=language == "sv")
    return render_private(
        request,
        "national/rapport.html",
        language,
        report=read.report,
        names=names,
        address=address,
        typed={"fran": fran or address.period.first, "till": till or address.period.last},
        presets=_list_presets(today),
        sentences=write_sentences(read.report, names),
        notes=list_notes(read.report, names),
        is_open=is_open_period(address.period, today),
        county=names.of_rows["counties"].get(read.county, ""),
    )


@router.get(f"{REPORT}/arenden")
def show_cases(
    request: Request,
    account: Advisor,
    language: ChosenLanguage,
    searcher: CurrentSearcher,
    today: Today,
    fran: Typed = "",
    till: Typed = "",
    tabell: Key = "total",
    rad: Key = "",
    varde: Key = "cases",
) -> Response:
    """The cases that the figure in the row and column of the table is of."""
    address = _read_address(fran, till, today)
    read = find_report(database_of(request), searcher.snapshot, account.scope, address.period)
    names = name_report(searcher.snapshot, load_strings(language), in_swedish=language == "sv")
    figure = trace_figure(read.report, tabell, rad, varde)
    return render_private(
        request,
        "national/rapport_arenden.html",
        language,
        cases=list_cases(figure, read.happened) if figure else (),
        figure=figure or Figure(None),
        label=names.t[f"report_{varde}"] if figure else "",
        row=names.name_any_row(tabell, rad),
        names=names,
        address=address,
    )


@router.get(f"{REPORT}/fil")
def download(
    request: Request,
    account: Advisor,
    language: ChosenLanguage,
    searcher: CurrentSearcher,
    today: Today,
    form: Annotated[ReportForm, Query(alias="format")],
    fran: Typed = "",
    till: Typed = "",
) -> Response:
    address = _read_address(fran, till, today)
    if address.is_rejected:
        raise PeriodRejected(f"{fran!r} to {till!r}; write days as 2026-01-31, from {FIRST_DAY} on")
    read: ReportRead = find_report(database_of(request), searcher.snapshot, account.scope, address.period)
    names = name_report(searcher.snapshot, load_strings(language), in_swedish=language == "sv")
    file = write_report(read, form, names, language, today)
    answer = Response(file.content, media_type=file.media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return keep_nowhere(answer)


def _read_address(first: str, last: str, today: date) -> ReportAddress:
    """What was typed, or this year so far where it is no period."""
    usual = Period(date(today.year, 1, 1), today)
    if not first and not last:
        return ReportAddress(usual)
    try:
        days = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return ReportAddress(usual, is_rejected=True)
    if not FIRST_DAY <= days[0] <= days[1]:
        return ReportAddress(usual, is_rejected=True)
    return ReportAddress(Period(*days))


def _list_presets(today: date) -> dict[str, ReportAddress]:
    """Key of the words -> the period."""
    year = today.year
    return {
        "report_this_year": ReportAddress(Period(date(year, 1, 1), today)),
        "report_first_half": ReportAddress(Period(date(year, 1, 1), date(year, 6, 30))),
        "report_last_year": ReportAddress(Period(date(year - 1, 1, 1), date(year - 1, 12, 31))),
    }
