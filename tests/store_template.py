"""A schema that was migrated once, for the many databases that tests open: what migrating does has tests of its own."""

import sqlite3
from functools import cache

from sqlalchemy import Engine, create_engine, inspect
from sqlalchemy.pool import StaticPool

from api.store.migrate import upgrade


def bring_up_to_date(engine: Engine) -> None:
    """As `upgrade` does, by a copy where the database is SQLite and has no table yet."""
    if engine.dialect.name == "sqlite" and not inspect(engine).get_table_names():
        connection = engine.raw_connection()
        try:
            connection.cursor().executescript(_write_schema())
        finally:
            connection.close()
    else:
        upgrade(engine)


@cache
def _write_schema() -> str:
    """The statements that make the newest schema, with its revision."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    upgrade(engine)
    connection: sqlite3.Connection = engine.raw_connection().driver_connection  # type: ignore[assignment]
    return "\n".join(connection.iterdump())
