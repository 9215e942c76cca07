"""Letters of cases that the mail server has not taken yet; of a hold that ran out it is told once."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ID = sa.String(32)
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "case_letters",
        sa.Column("id", ID, primary_key=True),
        sa.Column("case_id", ID, sa.ForeignKey("cases.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("about", ID, index=True),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("written", MOMENT, nullable=False),
        sa.Column("n_tries", sa.Integer, nullable=False),
        sa.Column("next_try", MOMENT, nullable=False, index=True),
    )
    op.add_column("bookings", sa.Column("run_out_told", MOMENT))
