"""The report of a period as JSON or a file."""

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from api.access.current_account import database_of
from api.access.require import require
from api.access.signed_in import SignedIn
from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.languages import load_strings
from api.national.report.files import MEDIA_TYPES, write_report
from api.national.report.find import find_report
from api.national.report.names import name_report
from api.national.report.sentences import write_sentences
from api.routes.answers import REPORT_ANSWERS
from api.schemas.national.report import ReportOut, report_out
from kb.documents import Period

Advisor = Annotated[SignedIn, Depends(require("advisor"))]

router = APIRouter(prefix="/v1/national", tags=["nationell bild"], responses=REPORT_ANSWERS)


@router.get(
    "/report",
    summary="Redovisning av stödet under en tid, för rådgivare",
    response_model=ReportOut,
    responses={200: {"content": {media_type: {} for media_type in MEDIA_TYPES.values()}}},
)
def show_report(
    request: Request,
    account: Advisor,
    searcher: CurrentSearcher,
    language: ChosenLanguage,
    today: Today,
    first: Annotated[date, Query(alias="from", description="Första dagen", examples=["2026-01-01"])],
    last: Annotated[date, Query(alias="to", description="Sista dagen", examples=["2026-12-31"])],
    form: Annotated[
        Literal["json", "docx", "xlsx", "zip"],
        Query(alias="format", description="zip: öppna data för ett helt år som är slut", examples=["json"]),
    ] = "json",
) -> Response | ReportOut:
    """Vem som bett om stöd, vad som erbjudits och tagits emot, av vem, i vilken form, och vad det gav."""
    read = find_report(database_of(request), searcher.snapshot, account.scope, Period(first, last))
    names = name_report(searcher.snapshot, load_strings(language), in_swedish=language == "sv")
    if form == "json":
        return report_out(read.report, read.county, names.name_row, write_sentences(read.report, names))
    file = write_report(read, form, names, language, today)
    answer = Response(file.content, media_type=file.media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{file.name}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
