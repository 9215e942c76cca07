"""Keys of widgets that `kb key` gave out, beside those of KB_WIDGET_KEYS."""

from contextlib import suppress

from fastapi import Request
from sqlalchemy import select

from api.access.current_account import database_of
from api.accounts.keys import find_key
from api.store.api_keys import ApiKey
from api.store.database import Database
from api.store.errors import StoreUnusable


def holds_widget_key(request: Request, shown: str) -> bool:
    """Whether the key was given out for the site whose page asks; by its id the request is then counted.

    Without a key nothing is looked up.
    """
    with suppress(StoreUnusable):
        key = find_key(database_of(request), shown, "widget", request.headers.get("origin")) if shown else None
        request.state.widget_key = key.id if key else ""
        return key is not None
    return False


def find_widget_town(request: Request) -> str | None:
    """The code of the municipality whose widget asks, None where its key tells none."""
    shown = request.query_params.get("key", "")
    if not shown:
        return None
    key = find_key(database_of(request), shown, "widget", request.headers.get("origin"))
    return key.municipality_code if key else None


def has_widget_keys(database: Database) -> bool:
    """Whether any has been given out and not revoked: from then on pages of other sites need one.

    False while that cannot be told: what a widget finds is public, and it should not end with the database.
    """
    with suppress(StoreUnusable), database.reading() as session:
        wanted = select(ApiKey.id).where(ApiKey.scope == "widget", ApiKey.revoked.is_(None)).limit(1)
        return session.scalar(wanted) is not None
    return False
