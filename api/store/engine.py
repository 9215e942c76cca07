"""The one module that makes an engine of SQLAlchemy: SQLite as a service needs it, or PostgreSQL by its address."""

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from api.store.errors import StoreUnusable

BUSY_TIMEOUT_S = 30
READS_ONLY = "reads_only"
"""Execution option of a connection that will write nothing."""
PRAGMAS = (
    "journal_mode=WAL",  # who reads waits for nobody
    "synchronous=FULL",  # what was answered "saved" is on disk, also after a power cut
    "foreign_keys=ON",
    f"busy_timeout={BUSY_TIMEOUT_S * 1000}",
)
DRIVERS = {"postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg", "sqlite": "sqlite+pysqlite"}


def read_url(address: str) -> URL:
    """The address of a database, with the driver that is installed.

    Raises
    ------
    StoreUnusable : it is no address, or of another kind of database; what was written is not told, for a password
    may stand in it
    """
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise StoreUnusable(
            "the database's address cannot be read; write for example postgresql://user:password@host/name"
        ) from error
    kind = url.drivername.split("+")[0]
    if kind not in DRIVERS:
        raise StoreUnusable(f"a database of the kind {kind!r} is not known; use sqlite:///file or postgresql://...")
    return url.set(drivername=DRIVERS[kind])


def make_engine(address: str) -> Engine:
    """An engine that has connected to nothing yet.

    Raises
    ------
    StoreUnusable : the address is of no database that is known
    """
    url = read_url(address)
    return _make_sqlite(url) if is_sqlite(url) else create_engine(url, pool_pre_ping=True)


def is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _make_sqlite(url: URL) -> Engine:
    if url.database:
        Path(url.database).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = create_engine(url)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver begins no transactions: _begin does
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Who may write takes its turn at once: one that read first would be refused where another wrote meanwhile."""
    reads_only = connection.get_execution_options().get(READS_ONLY, False)
    connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")
