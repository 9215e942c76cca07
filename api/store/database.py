"""The database as the service uses it: sessions that are kept whole or not at all."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.orm import Session, sessionmaker

from api.store.encrypted_text import encrypt_with
from api.store.engine import READS_ONLY, make_engine
from api.store.errors import StoreUnusable
from api.store.migrate import upgrade
from api.store.places import Places
from api.store.vault import Vault


class Database:
    """Opened on first use, so that a service whose visitors have no accounts waits for none."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._lock = threading.Lock()
        self._opened: tuple[Engine, Vault] | None = None

    def open(self) -> None:
        """Make keys and database where there are none, and bring the schema up to date.

        Raises
        ------
        StoreUnusable, StoreKeyUnusable : it cannot be; nothing is half open
        """
        self._open()

    def close(self) -> None:
        """Close every connection; the next use opens it again."""
        with self._lock:
            if self._opened:
                self._opened[0].dispose()
            self._opened = None

    @property
    def engine(self) -> Engine:
        return self._open()[0]

    @property
    def vault(self) -> Vault:
        return self._open()[1]

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session that may write: committed at the end, taken back whole where anything raises.

        On SQLite one at a time holds it. What it read stays readable afterwards.

        Raises
        ------
        StoreUnusable : the database does not answer, or has been busy for too long; nothing is kept
        """
        with _told(), sessionmaker(self.engine, expire_on_commit=False).begin() as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that writes nothing and waits for nobody; raises as `session` does."""
        engine = self.engine.execution_options(**{READS_ONLY: True})
        with _told(), sessionmaker(engine, expire_on_commit=False)() as session:
            yield session

    def _open(self) -> tuple[Engine, Vault]:
        with self._lock:
            if self._opened is None:
                self._opened = _open_at(self._places)
            return self._opened


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (OperationalError, NoConnectionFree):  # its text quotes what was to be stored
        raise StoreUnusable("the database does not answer; look at its server or its disk, then try again") from None


def _open_at(places: Places) -> tuple[Engine, Vault]:
    vault = Vault(places.read_keys())
    engine = make_engine(places.address)
    encrypt_with(engine, vault)
    try:
        upgrade(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine, vault
