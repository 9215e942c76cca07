"""The schema brought up to what this version knows, by the migrations in api/store/migrations."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import SQLAlchemyError

from api.store.errors import StoreUnusable

MIGRATIONS = Path(__file__).parent / "migrations"
CONNECTION = "connection"
_LOCK = 20_230_196
"""Of PostgreSQL's advisory locks, so that of several processes that start at once one migrates; SQLite locks itself."""


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the schema to the revision, the newest unless another is named; one that is there already stays.

    Raises
    ------
    StoreUnusable : the database cannot be reached, or was written by a later version
    """
    with _told(), engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        command.upgrade(_config(connection), revision)


def read_revision(engine: Engine) -> str | None:
    """The revision of the schema, None where there is no schema yet.

    Raises
    ------
    StoreUnusable : the database cannot be reached
    """
    with _told(), engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def list_revisions() -> list[str]:
    """Every revision there is, the first first."""
    return [script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()][::-1]


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes[CONNECTION] = connection
    return config


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except CommandError as error:
        raise StoreUnusable(
            "the database was written by a later version; install that one, or restore a copy"
        ) from error
    except (SQLAlchemyError, OSError) as error:
        raise StoreUnusable(
            f"the database cannot be used ({type(error).__name__}); look at KB_DATABASE_URL and its server or folder"
        ) from error
