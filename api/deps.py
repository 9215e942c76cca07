"""What routes depend on, as named aliases."""

from datetime import date
from typing import Annotated

from fastapi import Depends, Request

from api.languages import Language, choose_language
from kb.retrieval.search import Searcher


def _searcher(request: Request) -> Searcher:
    searcher: Searcher = request.app.state.serving.searcher
    return searcher


def _language(request: Request) -> Language:
    return choose_language(request.headers.get("accept-language", ""))


def _today() -> date:
    return date.today()


CurrentSearcher = Annotated[Searcher, Depends(_searcher)]
ChosenLanguage = Annotated[Language, Depends(_language)]
Today = Annotated[date, Depends(_today)]
