"""A column of text that lies encrypted in the database and is plain in Python."""

from weakref import WeakKeyDictionary

from sqlalchemy import Dialect, Engine, Text
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeDecorator

from api.store.vault import Vault

_vaults: WeakKeyDictionary[Dialect, Vault] = WeakKeyDictionary()
"""An engine has a dialect of its own, which is all of it that a column type is handed."""


class EncryptedText(TypeDecorator[str]):
    """Text sealed by the vault of the engine that writes it. It cannot be searched or sorted by."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else _vaults[dialect].seal(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else _vaults[dialect].open(value)


def vault_of(session: Session) -> Vault:
    """The vault of the engine that the session reads from."""
    return _vaults[session.get_bind().dialect]


def encrypt_with(engine: Engine, vault: Vault) -> None:
    """Have the vault seal and open what the engine writes and reads."""
    _vaults[engine.dialect] = vault
