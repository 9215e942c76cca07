"""What accounts save, as the environment has it, opened for a verb."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kb.extras import require_extra

if TYPE_CHECKING:
    from api.settings import Settings
    from api.store.database import Database


def read_store_settings(verb: str) -> "Settings":
    """The settings of the service.

    Raises
    ------
    ExtraMissing : the extra `service` is not installed
    SettingsRejected : a setting cannot be used
    """
    require_extra("service", verb)
    from api.settings import read_settings

    return read_settings()


@contextmanager
def open_database(verb: str) -> Iterator["Database"]:
    """The database with its schema up to date, closed at the end; raises as what it opens does."""
    settings = read_store_settings(verb)
    from api.store.database import Database

    database = Database(settings.places)
    database.open()
    try:
        yield database
    finally:
        database.close()


def read_now() -> datetime:
    """This moment in UTC."""
    return datetime.now(UTC)
