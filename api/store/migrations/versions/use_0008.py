"""Statistics of use: how often, by day, key and kind."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "use_counts",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("is_month", sa.Boolean, primary_key=True),
        sa.Column("key", sa.String(32), primary_key=True),
        sa.Column("kind", sa.String(20), primary_key=True),
        sa.Column("what", sa.String(100), primary_key=True),
        sa.Column("n", sa.Integer, nullable=False),
    )
