"""The schema is brought forward, never guessed at."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from api.store.base import Base
from api.store.database import Database
from api.store.errors import StoreUnusable
from api.store.migrate import list_revisions, read_revision, upgrade
from api.store.tables import TABLES


def test_the_migrations_make_the_tables_that_the_code_knows(database: Database) -> None:
    with database.engine.connect() as connection:
        compared = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(compared, Base.metadata) == []


def test_every_table_is_named() -> None:
    assert {table.__tablename__ for table in TABLES} == set(Base.metadata.tables)


def test_a_schema_that_is_new_already_stays(database: Database) -> None:
    upgrade(database.engine)
    assert read_revision(database.engine) == list_revisions()[-1]


def test_a_schema_of_a_later_version_is_refused(database: Database) -> None:
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreUnusable, match="written by a later version"):
        upgrade(database.engine)
