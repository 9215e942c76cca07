"""Methods and experts for a description."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, Response

from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.pages.failure import render_failure
from api.pages.render import render_page
from api.schemas.description import MAX_DESCRIPTION_CHARS
from api.schemas.match import match_out
from kb.errors import DescriptionRejected, KbError
from kb.matching.experts import Request as HelpRequest
from kb.matching.match import match_description
from kb.matching.period import choose_period
from kb.reading.plain_text import read_plain_text

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/matcha")
def show_form(request: Request, language: ChosenLanguage) -> Response:
    return render_page(request, "describe.html", language)


@router.post("/matcha")
def show_match(
    request: Request,
    searcher: CurrentSearcher,
    language: ChosenLanguage,
    today: Today,
    text: Annotated[str, Form()] = "",
    municipality: Annotated[str, Form()] = "",
    first: Annotated[str, Form(alias="from")] = "",
    last: Annotated[str, Form(alias="to")] = "",
) -> Response:
    try:
        if len(text) > MAX_DESCRIPTION_CHARS:
            raise DescriptionRejected(f"{len(text)} characters; at most {MAX_DESCRIPTION_CHARS} are read, send a part")
        description = read_plain_text(text.encode())
        town = searcher.snapshot.registers.find_municipality(municipality) if municipality.strip() else None
        help_request = HelpRequest(town, choose_period(_day(first), _day(last), today))
        result = match_out(match_description(description, help_request, today, searcher))
    except KbError as error:
        typed = {"text": text, "municipality": municipality, "first": first, "last": last}
        return render_failure(request, "describe.html", language, error, **typed)
    names = {slug: document.title for slug, document in searcher.snapshot.guidance.items()}
    return render_page(request, "match.html", language, result=result, names=names)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text.strip() else None
    except ValueError as error:
        raise DescriptionRejected(f"the day {text!r} is not written as 2027-03-31") from error
