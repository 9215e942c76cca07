"""Keys of programs are of a municipality; reminders that were sent, and those that nobody wants."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ID = sa.String(32)


def upgrade() -> None:
    op.add_column("api_keys", sa.Column("municipality_code", sa.String(4)))
    op.create_table(
        "plan_reminders",
        *_of_plan_and_account(),
        sa.Column("what", sa.String(64), primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table("plan_mutes", *_of_plan_and_account())


def _of_plan_and_account() -> tuple[sa.Column[str], sa.Column[str]]:
    plan, account = (sa.ForeignKey(f"{table}.id", ondelete="CASCADE") for table in ("plans", "accounts"))
    return (
        sa.Column("plan_id", ID, plan, primary_key=True, nullable=False),
        sa.Column("account_id", ID, account, primary_key=True, nullable=False, index=True),
    )
