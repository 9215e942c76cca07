"""Accounts, sign-in, keys and audit."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.String(32)
PRINT = sa.String(64)
WORD = sa.String(20)
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", ID, primary_key=True),
        sa.Column("email_print", PRINT, nullable=False, unique=True),
        sa.Column("email", sa.Text, nullable=False),
        sa.Column("subject_print", PRINT, unique=True),
        sa.Column("role", WORD, nullable=False),
        sa.Column("scope_kind", WORD, nullable=False),
        sa.Column("scope_code", sa.String(100), nullable=False),
        sa.Column("created", INSTANT, nullable=False),
        sa.Column("disabled", INSTANT),
    )
    op.create_table(
        "sign_ins",
        sa.Column("id", ID, primary_key=True),
        _account(),
        sa.Column("token_hash", PRINT, nullable=False, unique=True),
        sa.Column("created", INSTANT, nullable=False),
        sa.Column("seen", INSTANT, nullable=False),
        sa.Column("expires", INSTANT, nullable=False, index=True),
    )
    op.create_table(
        "sign_in_links",
        sa.Column("token_hash", PRINT, primary_key=True),
        _account(),
        sa.Column("created", INSTANT, nullable=False),
        sa.Column("expires", INSTANT, nullable=False, index=True),
        sa.Column("used", INSTANT),
    )
    op.create_table(
        "sign_in_attempts",
        sa.Column("id", ID, primary_key=True),
        sa.Column("who_print", PRINT, nullable=False, index=True),
        sa.Column("at", INSTANT, nullable=False, index=True),
    )
    op.create_table(
        "api_keys",
        sa.Column("id", ID, primary_key=True),
        sa.Column("key_hash", PRINT, nullable=False, unique=True),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("scope", WORD, nullable=False),
        sa.Column("origin", sa.String(300), nullable=False),
        sa.Column("created", INSTANT, nullable=False),
        sa.Column("revoked", INSTANT),
    )
    op.create_table(
        "audit",
        sa.Column("id", ID, primary_key=True),
        sa.Column("at", INSTANT, nullable=False, index=True),
        sa.Column("who", ID, nullable=False, index=True),
        sa.Column("action", sa.String(60), nullable=False),
        sa.Column("thing", ID, nullable=False, index=True),
    )


def _account() -> sa.Column[str]:
    return sa.Column("account_id", ID, sa.ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False, index=True)
