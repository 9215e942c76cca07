"""The pages a person sees; forms are plain HTML and need no script."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.errors import STATUSES
from api.languages import Language, load_strings
from api.pages.render import render_page
from api.schemas.description import MAX_DESCRIPTION_CHARS
from api.schemas.match import match_out
from api.schemas.search import MAX_QUERY_CHARS, search_out
from kb.errors import DescriptionRejected, KbError, UnknownSlug
from kb.matching.experts import Request as HelpRequest
from kb.matching.match import match_description
from kb.matching.period import choose_period
from kb.reading.plain_text import read_plain_text

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/")
def show_start(request: Request, language: ChosenLanguage) -> Response:
    return render_page(request, "start.html", language)


@router.get("/sok")
def show_search(
    request: Request,
    searcher: CurrentSearcher,
    language: ChosenLanguage,
    q: Annotated[str, Query(max_length=MAX_QUERY_CHARS)] = "",
) -> Response:
    try:
        result = search_out(q, searcher.search_guidance(q))
    except KbError as error:
        return _failed(request, language, error, q=q)
    return render_page(request, "search.html", language, q=q, result=result)


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
        return _failed(request, language, error, **typed)
    names = {slug: document.title for slug, document in searcher.snapshot.guidance.items()}
    return render_page(request, "match.html", language, result=result, names=names)


@router.get("/vagledning/{slug}")
def show_guidance(
    request: Request, searcher: CurrentSearcher, language: ChosenLanguage, today: Today, slug: str
) -> Response:
    document = searcher.snapshot.guidance.get(slug)
    if document is None:
        return _failed(request, language, UnknownSlug(f"no guidance {slug!r}"))
    titles = {related: searcher.snapshot.guidance[related].title for related in document.related}
    overdue = document.review_by < today
    return render_page(request, "guidance.html", language, document=document, titles=titles, overdue=overdue)


@router.get("/problemomrade/{slug}")
def show_problem_area(request: Request, searcher: CurrentSearcher, language: ChosenLanguage, slug: str) -> Response:
    area = searcher.snapshot.problem_areas.get(slug)
    if area is None:
        return _failed(request, language, UnknownSlug(f"no problem area {slug!r}"))
    documents = [d for d in searcher.snapshot.guidance.values() if slug in d.primary_areas and not d.is_advised_against]
    return render_page(request, "area.html", language, area=area, documents=documents)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text.strip() else None
    except ValueError as error:
        raise DescriptionRejected(f"the day {text!r} is not written as 2027-03-31") from error


def _failed(request: Request, language: Language, error: KbError, **values: object) -> Response:
    kind = type(error).__name__
    title = load_strings(language).get(f"error_{kind}", load_strings(language)["error_other"])
    return render_page(
        request, "start.html", language, STATUSES.get(type(error), 500), error=title, detail=error, **values
    )
