"""Exchange between municipalities: who may be asked, accounts of practice, and what is public of them."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ID = sa.String(32)
SLUG = sa.String(100)
CODE = sa.String(4)
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "exchange_agreements",
        sa.Column("plan_id", ID, sa.ForeignKey("plans.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("area", SLUG, primary_key=True),
        sa.Column("municipality_code", CODE, nullable=False, index=True),
        sa.Column("purpose", sa.String(40), nullable=False),
        sa.Column("contact", sa.Text, nullable=False),
        sa.Column("given", sa.Date, nullable=False),
        sa.Column("given_by", ID, nullable=False, index=True),
    )
    op.create_table(
        "practice_accounts",
        sa.Column("id", ID, primary_key=True),
        sa.Column("plan_id", ID, sa.ForeignKey("plans.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("municipality_code", CODE, nullable=False, index=True),
        sa.Column("measure", sa.Text, nullable=False),
        sa.Column("method", SLUG, nullable=False),
        sa.Column("area", SLUG, nullable=False),
        sa.Column("texts", sa.Text, nullable=False),
        sa.Column("state", sa.String(20), nullable=False, index=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("created", INSTANT, nullable=False),
        sa.Column("created_by", ID, nullable=False, index=True),
        sa.Column("changed", INSTANT, nullable=False, index=True),
        sa.Column("reviewed", INSTANT),
        sa.Column("reviewed_by", ID),
    )
    _create_published()


def _create_published() -> None:
    op.create_table(
        "published_practice",
        sa.Column("id", ID, sa.ForeignKey("practice_accounts.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("municipality_code", CODE, nullable=False, index=True),
        sa.Column("method", SLUG, nullable=False, index=True),
        sa.Column("area", SLUG, nullable=False, index=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("done", sa.Text, nullable=False),
        sa.Column("took", sa.Text, nullable=False),
        sa.Column("figures", sa.Text, nullable=False),
        sa.Column("otherwise", sa.Text, nullable=False),
        sa.Column("published", sa.Date, nullable=False, index=True),
    )
    op.create_table(
        "practice_words",
        sa.Column("stem", sa.String(110), primary_key=True),
        sa.Column(
            "practice_id",
            ID,
            sa.ForeignKey("published_practice.id", ondelete="CASCADE"),
            primary_key=True,
            index=True,
        ),
    )
