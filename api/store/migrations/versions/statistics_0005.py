"""Public numbers of municipalities."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "statistics",
        sa.Column("municipality_code", sa.String(4), primary_key=True),
        sa.Column("measure", sa.String(200), primary_key=True, index=True),
        sa.Column("year", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("value", sa.Float, nullable=False),
        sa.Column("area", sa.String(100), nullable=False),
        sa.Column("source_url", sa.String(500), nullable=False),
        sa.Column("loaded", sa.DateTime(timezone=True), nullable=False),
    )
