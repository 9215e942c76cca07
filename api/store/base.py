"""What every table shares: one registry of tables, names for constraints, ids that tell nothing."""

import secrets
from typing import ClassVar

from sqlalchemy import MetaData, String
from sqlalchemy.orm import DeclarativeBase

CONSTRAINT_NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""A migration can only change a constraint that has a name, and the two databases would make up different ones."""
ID_BYTES = 16
Id = String(2 * ID_BYTES)
"""The column type of an id."""


class Base(DeclarativeBase):
    """A table is a subclass; a module of tables is named in api/store/tables.py."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=CONSTRAINT_NAMES)


def new_id() -> str:
    """An id that nobody can guess and that says nothing of what came before it: 32 hexadecimal digits."""
    return secrets.token_hex(ID_BYTES)
