"""What municipalities tell of a method, for its page: nothing where there is no database to read."""

from collections.abc import Sequence

from fastapi import Request

from api.access.current_account import database_of
from api.store.errors import StoreKeyUnusable, StoreUnusable
from api.store.exchange.published import WantedPractice, list_published
from api.store.exchange.tables import PublishedPractice

MOST = 5


def list_examples(request: Request, method: str) -> Sequence[PublishedPractice]:
    """The newest published accounts of the method."""
    try:
        with database_of(request).reading() as session:
            return list_published(session, WantedPractice(method=method)).rows[:MOST]
    except (StoreUnusable, StoreKeyUnusable):
        return []
