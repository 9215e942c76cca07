"""What routes depend on, as named aliases."""

from datetime import date
from typing import Annotated

from fastapi import Depends, Request
from fastapi.exceptions import RequestValidationError

from api.languages import Language, read_language
from kb.search.searcher import Searcher


def refuse_unknown_parameters(request: Request) -> None:
    """For routes with filters: one that is misspelt must not quietly give the unfiltered answer."""
    known = [parameter.alias for parameter in request.scope["route"].dependant.query_params]
    message = f"unknown parameter; choose among {', '.join(known)}"
    unknown = [name for name in request.query_params if name not in known]
    if unknown:
        raise RequestValidationError([{"loc": ("query", name), "msg": message} for name in unknown])


def _searcher(request: Request) -> Searcher:
    searcher: Searcher = request.app.state.serving.searcher
    return searcher


def _language(request: Request) -> Language:
    return read_language(request)


def _today(request: Request) -> date:
    today: date = request.app.state.today()
    return today


CurrentSearcher = Annotated[Searcher, Depends(_searcher)]
ChosenLanguage = Annotated[Language, Depends(_language)]
Today = Annotated[date, Depends(_today)]
