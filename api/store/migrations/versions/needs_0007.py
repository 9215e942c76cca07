"""Needs: the problem areas of plans in the open, to be counted, and the figures that are let out.

What a plan is about lies sealed, and a migration has no key: `api.store.plans.needs.fill_in` notes the areas of plans
that were saved before, when the service next starts.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ID = sa.String(32)
SLUG = sa.String(100)
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "plan_needs",
        sa.Column("plan_id", ID, sa.ForeignKey("plans.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("area", SLUG, primary_key=True),
        sa.Column("told", INSTANT),
    )
    op.create_table(
        "need_releases",
        sa.Column("period", sa.String(7), primary_key=True),
        sa.Column("made", INSTANT, nullable=False),
        sa.Column("n_figures", sa.Integer, nullable=False),
    )
    op.create_table(
        "need_figures",
        sa.Column("period", sa.String(7), sa.ForeignKey("need_releases.period"), primary_key=True),
        sa.Column("axis", sa.String(10), primary_key=True),
        sa.Column("area", SLUG, primary_key=True),
        sa.Column("key", sa.String(10), primary_key=True),
        sa.Column("n", sa.Integer, nullable=False),
    )
