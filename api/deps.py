"""What routes depend on, as named aliases."""

from datetime import date
from typing import Annotated

from fastapi import Depends, Request

from api.languages import Language
from api.request_language import read_language
from kb.search.searcher import Searcher


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
