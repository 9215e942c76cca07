"""Saved plans."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ID = sa.String(32)
PRINT = sa.String(64)
WORD = sa.String(20)
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "plans",
        sa.Column("id", ID, primary_key=True),
        sa.Column("municipality_code", sa.String(4), nullable=False, index=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("advisors", WORD, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("created", INSTANT, nullable=False),
        sa.Column("created_by", ID, nullable=False, index=True),
        sa.Column("changed", INSTANT, nullable=False, index=True),
        sa.Column("changed_by", ID, nullable=False),
    )
    op.create_table("plan_drafts", _plan(primary_key=True), sa.Column("body", sa.Text, nullable=False))
    op.create_table("plan_fields", _plan(primary_key=True), sa.Column("written", sa.Text, nullable=False))
    op.create_table(
        "plan_versions",
        _plan(primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("edits", sa.Text, nullable=False),
        sa.Column("n_edits", sa.Integer, nullable=False),
        *_done(),
    )
    op.create_table(
        "plan_adoptions",
        _plan(primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("paragraph", sa.Text, nullable=False),
        *_done(),
    )
    op.create_table(
        "plan_links",
        sa.Column("id", ID, primary_key=True),
        _plan(index=True),
        sa.Column("token_hash", PRINT, nullable=False, unique=True),
        sa.Column("used_for", WORD, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("created", INSTANT, nullable=False),
        sa.Column("created_by", ID, nullable=False),
        sa.Column("expires", INSTANT),
        sa.Column("revoked", INSTANT),
    )
    op.create_table(
        "plan_comments",
        sa.Column("id", ID, primary_key=True),
        _plan(index=True),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        *_done(),
        sa.Column("settled", INSTANT),
    )
    op.create_table(
        "plan_requests",
        sa.Column("key_hash", PRINT, primary_key=True),
        sa.Column("made", ID, nullable=False),
        sa.Column("at", INSTANT, nullable=False, index=True),
    )
    op.create_table(
        "plan_erasures",
        sa.Column("plan_id", ID, primary_key=True),
        sa.Column("municipality_code", sa.String(4), nullable=False, index=True),
        sa.Column("why", WORD, nullable=False),
        *_done(),
        sa.Column("n_versions", sa.Integer, nullable=False),
        sa.Column("n_comments", sa.Integer, nullable=False),
        sa.Column("n_links", sa.Integer, nullable=False),
    )


def _plan(*, primary_key: bool = False, index: bool = False) -> sa.Column[str]:
    plan = sa.ForeignKey("plans.id", ondelete="CASCADE")
    return sa.Column("plan_id", ID, plan, primary_key=primary_key, nullable=False, index=index)


def _done() -> tuple[sa.Column[object], sa.Column[str]]:
    """When, and by whom: an account or a link."""
    return sa.Column("at", INSTANT, nullable=False), sa.Column("by", ID, nullable=False)
