"""Words of a query without an answer, counted once it has been told, where the municipality is known."""

from contextlib import suppress
from datetime import datetime
from typing import Annotated, Protocol

from fastapi import BackgroundTasks, Depends, Request

from api.access.current_account import current_account, database_of, now_of
from api.accounts.widget_keys import find_widget_town
from api.store.database import Database
from api.store.errors import StoreKeyUnusable, StoreUnusable
from api.store.learning.unanswered import count_words
from kb.search.countable_words import list_countable_words


class NoteUnanswered(Protocol):
    def __call__(self, text: str, municipality_code: str | None = None) -> None:
        """Have the words of a text without an answer counted, after the answer.

        municipality_code : as it was told; None for that of the account, or of the widget
        """


def _make_note(request: Request, tasks: BackgroundTasks) -> NoteUnanswered:
    def note(text: str, municipality_code: str | None = None) -> None:
        if not request.app.state.count_unanswered:
            return
        with suppress(StoreUnusable, StoreKeyUnusable):  # what is found is public: it never waits for a database
            if town := municipality_code or _find_town(request):
                tasks.add_task(_count, database_of(request), text, town, now_of(request))

    return note


Unanswered = Annotated[NoteUnanswered, Depends(_make_note)]


def _find_town(request: Request) -> str | None:
    """Of an account that is of a municipality, not of a county or the country; or of the widget whose key is shown."""
    account = current_account(request)
    if account is not None:
        return account.scope.code if account.scope.kind == "municipality" else None
    return find_widget_town(request)


def _count(database: Database, text: str, municipality_code: str, now: datetime) -> None:
    words = list_countable_words(text)
    with suppress(StoreUnusable, StoreKeyUnusable):
        if words:
            with database.session() as session:
                count_words(session, words, municipality_code, now)
