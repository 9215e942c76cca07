"""Cases, what experts' organisations have said, bookings, and what is learnt from users."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ID = sa.String(32)
PRINT = sa.String(64)
SLUG = sa.String(100)
WORD = sa.String(20)
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _make_cases()
    _make_experts()
    _make_quality()
    _make_learning()


def _make_cases() -> None:
    op.create_table(
        "cases",
        sa.Column("id", ID, primary_key=True),
        sa.Column("code", sa.String(6), nullable=False, unique=True),
        sa.Column("municipality_code", sa.String(4), nullable=False, index=True),
        sa.Column("plan_id", ID, sa.ForeignKey("plans.id", ondelete="SET NULL"), index=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("request", sa.Text, nullable=False),
        sa.Column("first", sa.Date, nullable=False),
        sa.Column("last", sa.Date, nullable=False),
        sa.Column("hours", sa.Float, nullable=False),
        sa.Column("form", WORD),
        sa.Column("language", WORD),
        sa.Column("is_urgent", sa.Boolean, nullable=False),
        sa.Column("priority", sa.Integer, nullable=False),
        sa.Column("floor", sa.Float, nullable=False),
        sa.Column("state", WORD, nullable=False, index=True),
        sa.Column("desk", sa.String(2), nullable=False, index=True),
        sa.Column("advisor_id", ID, index=True),
        sa.Column("answer_by", sa.Date, nullable=False),
        sa.Column("merged_into", ID, index=True),
        sa.Column("created", INSTANT, nullable=False),
        sa.Column("created_by", ID, nullable=False, index=True),
        sa.Column("changed", INSTANT, nullable=False, index=True),
        sa.Column("closed", INSTANT),
    )
    op.create_table(
        "case_problems",
        sa.Column("case_id", ID, sa.ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("area", SLUG, nullable=False, index=True),
        sa.Column("words", sa.Text, nullable=False),
    )
    op.create_table(
        "case_events",
        sa.Column("id", ID, primary_key=True),
        sa.Column("case_id", ID, sa.ForeignKey("cases.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("by", ID, nullable=False),
        sa.Column("what", sa.String(60), nullable=False),
        sa.Column("note", sa.Text),
    )
    op.create_table(
        "case_messages",
        sa.Column("id", ID, primary_key=True),
        sa.Column("case_id", ID, sa.ForeignKey("cases.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("by", ID, nullable=False),
        sa.Column("author", WORD, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("mail_print", PRINT, unique=True),
    )
    op.create_table(
        "case_files",
        sa.Column("id", ID, primary_key=True),
        sa.Column("case_id", ID, sa.ForeignKey("cases.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("message_id", ID, sa.ForeignKey("case_messages.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("media_type", SLUG, nullable=False),
        sa.Column("n_bytes", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "case_asks",
        sa.Column("id", ID, primary_key=True),
        sa.Column("case_id", ID, sa.ForeignKey("cases.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("expert_slug", SLUG, nullable=False, index=True),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("token_hash", PRINT, nullable=False, unique=True),
        sa.Column("state", WORD, nullable=False),
        sa.Column("hours", sa.Float, nullable=False),
        sa.Column("first", sa.Date, nullable=False),
        sa.Column("last", sa.Date, nullable=False),
        sa.Column("asked", INSTANT, nullable=False),
        sa.Column("asked_by", ID, nullable=False),
        sa.Column("expires", INSTANT, nullable=False),
        sa.Column("answered", INSTANT),
        sa.Column("note", sa.Text),
        sa.Column("other_first", sa.Date),
        sa.Column("other_last", sa.Date),
        sa.Column("books_at_once", sa.Boolean, nullable=False),
    )
    op.create_table(
        "case_advice",
        sa.Column("id", ID, primary_key=True),
        sa.Column("case_id", ID, sa.ForeignKey("cases.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("expert_slug", SLUG, index=True),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("hours", sa.Float, nullable=False),
        sa.Column("form", WORD, nullable=False),
        sa.Column("giver", sa.Text, nullable=False),
        sa.Column("area", SLUG, nullable=False),
        sa.Column("offered", sa.Text, nullable=False),
        sa.Column("received", sa.Text, nullable=False),
        sa.Column("expected", sa.Text, nullable=False),
        sa.Column("achieved", sa.Text, nullable=False),
        sa.Column("next_step", sa.Text, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("by", ID, nullable=False),
    )
    op.create_table(
        "case_follow_ups",
        sa.Column("case_id", ID, sa.ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("months", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("due", sa.Date, nullable=False, index=True),
        sa.Column("token_hash", PRINT, unique=True),
        sa.Column("sent", INSTANT),
        sa.Column("reminded", INSTANT),
        sa.Column("answered", INSTANT),
        sa.Column("used", WORD),
        sa.Column("helped", sa.Integer),
        sa.Column("quality", sa.Integer),
        sa.Column("text", sa.Text),
    )


def _make_experts() -> None:
    op.create_table(
        "expert_invitations",
        sa.Column("id", ID, primary_key=True),
        sa.Column("expert_slug", SLUG, nullable=False, index=True),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("token_hash", PRINT, nullable=False, unique=True),
        sa.Column("created", INSTANT, nullable=False),
        sa.Column("created_by", ID, nullable=False),
        sa.Column("expires", INSTANT, nullable=False),
        sa.Column("used", INSTANT),
    )
    op.create_table(
        "expert_reviews",
        sa.Column("id", ID, primary_key=True),
        sa.Column("expert_slug", SLUG, nullable=False, index=True),
        sa.Column("is_right", sa.Boolean, nullable=False),
        sa.Column("changes", sa.Text, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("by", ID, nullable=False),
        sa.Column("settled", INSTANT),
    )
    op.create_table(
        "expert_consents",
        sa.Column("id", ID, primary_key=True),
        sa.Column("expert_slug", SLUG, nullable=False, index=True),
        sa.Column("purpose", WORD, nullable=False),
        sa.Column("given", INSTANT),
        sa.Column("given_by", ID),
        sa.Column("withdrawn", INSTANT),
        sa.Column("withdrawn_by", ID),
    )
    op.create_table(
        "expert_calendars",
        sa.Column("expert_slug", SLUG, primary_key=True),
        sa.Column("hours_per_month", sa.Integer, nullable=False),
        sa.Column("parallel_cases", sa.Integer, nullable=False),
        sa.Column("confirmed", sa.Date, nullable=False),
        sa.Column("confirmed_by", ID, nullable=False),
        sa.Column("feed_address", sa.Text),
        sa.Column("feed_read", INSTANT),
        sa.Column("feed_fault", sa.String(60)),
        sa.Column("reminded", INSTANT),
        sa.Column("changed_times", sa.Integer, nullable=False),
    )
    op.create_table(
        "expert_absences",
        sa.Column("id", ID, primary_key=True),
        sa.Column("expert_slug", SLUG, nullable=False, index=True),
        sa.Column("first", sa.Date, nullable=False),
        sa.Column("last", sa.Date, nullable=False),
        sa.Column("source", WORD, nullable=False),
    )
    op.create_table(
        "bookings",
        sa.Column("id", ID, primary_key=True),
        sa.Column("case_id", ID, sa.ForeignKey("cases.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("ask_id", ID, sa.ForeignKey("case_asks.id", ondelete="SET NULL"), index=True),
        sa.Column("expert_slug", SLUG, nullable=False, index=True),
        sa.Column("first", sa.Date, nullable=False),
        sa.Column("last", sa.Date, nullable=False),
        sa.Column("hours", sa.Float, nullable=False),
        sa.Column("form", WORD),
        sa.Column("state", WORD, nullable=False),
        sa.Column("held_until", INSTANT),
        sa.Column("n_changes", sa.Integer, nullable=False),
        sa.Column("created", INSTANT, nullable=False),
        sa.Column("changed", INSTANT, nullable=False),
        sa.Column("changed_by", ID, nullable=False),
    )


def _make_quality() -> None:
    op.create_table(
        "quality_waiting",
        sa.Column("case_id", ID, sa.ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("months", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("series", WORD, primary_key=True),
        sa.Column("key", SLUG, primary_key=True),
        sa.Column("area", SLUG, nullable=False),
    )
    op.create_table(
        "quality_groups",
        sa.Column("id", ID, primary_key=True),
        sa.Column("series", WORD, nullable=False),
        sa.Column("key", SLUG, nullable=False, index=True),
        sa.Column("area", SLUG, nullable=False),
        sa.Column("made", INSTANT, nullable=False),
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("used_sum", sa.Integer, nullable=False),
        sa.Column("used_squares", sa.Integer, nullable=False),
        sa.Column("helped_sum", sa.Integer, nullable=False),
        sa.Column("helped_squares", sa.Integer, nullable=False),
        sa.Column("quality_sum", sa.Integer, nullable=False),
        sa.Column("quality_squares", sa.Integer, nullable=False),
    )


def _make_learning() -> None:
    op.create_table(
        "feedback",
        sa.Column("id", ID, primary_key=True),
        sa.Column("at", INSTANT, nullable=False, index=True),
        sa.Column("about", WORD, nullable=False),
        sa.Column("is_right", sa.Boolean, nullable=False),
        sa.Column("slug", SLUG, nullable=False, index=True),
        sa.Column("asked", sa.Text, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("state", WORD, nullable=False, index=True),
        sa.Column("reviewed", INSTANT),
        sa.Column("reviewed_by", ID),
    )
    op.create_table(
        "unanswered_words",
        sa.Column("word_print", PRINT, primary_key=True),
        sa.Column("word", sa.String(60)),
        sa.Column("n_queries", sa.Integer, nullable=False),
        sa.Column("changed", INSTANT, nullable=False, index=True),
    )
    op.create_table(
        "unanswered_from",
        sa.Column("word_print", PRINT, primary_key=True),
        sa.Column("town_print", PRINT, primary_key=True),
    )
