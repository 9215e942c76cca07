"""How Alembic runs the migrations: on the connection that api.store.migrate hands it."""

from alembic import context

from api.store.base import Base
from api.store.migrate import CONNECTION
from api.store.tables import TABLES

context.configure(
    connection=context.config.attributes[CONNECTION],
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite can change little of a table that is there
)
if TABLES:  # named, so that the metadata has them
    context.run_migrations()
