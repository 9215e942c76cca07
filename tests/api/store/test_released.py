"""What a released version wrote is there whole after every migration since.

`released/REVISION.sql` has rows of every table of that revision. A new revision adds a file; one that is there is never
changed.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from api.store.engine import make_engine
from api.store.migrate import list_revisions, read_revision, upgrade
from api.store.places import Places

RELEASED = Path(__file__).parent / "released"
OF_ACCOUNTS = ("accounts", "sign_ins", "sign_in_links", "sign_in_attempts", "api_keys", "audit")
OF_PLANS = (
    "plans",
    "plan_drafts",
    "plan_fields",
    "plan_versions",
    "plan_adoptions",
    "plan_links",
    "plan_comments",
    "plan_requests",
    "plan_erasures",
)
OF_REMINDERS = ("plan_reminders", "plan_mutes")
OF_CASES = (
    "cases",
    "case_problems",
    "case_events",
    "case_messages",
    "case_files",
    "case_asks",
    "case_advice",
    "case_follow_ups",
)
OF_LETTERS = ("case_letters",)
OF_EXPERTS = (
    "expert_invitations",
    "expert_reviews",
    "expert_consents",
    "expert_calendars",
    "expert_absences",
    "bookings",
)
OF_QUALITY = ("quality_waiting", "quality_groups")
OF_STATISTICS = ("statistics",)
OF_NEEDS = ("plan_needs", "need_releases", "need_figures")
OF_USE = ("use_counts",)
OF_EXCHANGE = ("exchange_agreements", "practice_accounts", "published_practice", "practice_words")
OF_LEARNING = ("feedback", "unanswered_words", "unanswered_from")
TO_0004 = (*OF_ACCOUNTS, *OF_PLANS, *OF_REMINDERS, *OF_CASES, *OF_EXPERTS, *OF_QUALITY, *OF_LEARNING)
TO_0005 = (*TO_0004, *OF_STATISTICS)
TO_0006 = (*TO_0005, *OF_LETTERS)
TABLES = {
    "0001": OF_ACCOUNTS,
    "0002": (*OF_ACCOUNTS, *OF_PLANS),
    "0003": (*OF_ACCOUNTS, *OF_PLANS, *OF_REMINDERS),
    "0004": TO_0004,
    "0005": TO_0005,
    "0006": TO_0006,
    "0007": (*TO_0006, *OF_NEEDS),
    "0008": (*TO_0006, *OF_NEEDS, *OF_USE),
    "0009": (*TO_0006, *OF_NEEDS, *OF_USE, *OF_EXCHANGE),
}
"""Revision -> the tables that it had."""


@pytest.fixture
def engine(places: Places) -> Iterator[Engine]:
    engine = make_engine(places.address)
    yield engine
    engine.dispose()


def test_every_revision_has_data() -> None:
    assert [path.stem for path in sorted(RELEASED.glob("*.sql"))] == list_revisions() == list(TABLES)


@pytest.mark.parametrize("revision", list_revisions())
def test_what_a_revision_wrote_stays_through_the_migrations(engine: Engine, revision: str) -> None:
    upgrade(engine, revision)
    statements = (RELEASED / f"{revision}.sql").read_text(encoding="utf-8").split(";\n")
    with engine.begin() as connection:
        for statement in filter(str.strip, statements):
            connection.exec_driver_sql(statement.rstrip(";\n"))
    before = _read(engine, revision)
    upgrade(engine)
    assert read_revision(engine) == list_revisions()[-1]
    after = _read(engine, revision)
    assert all(before.values())
    assert {
        table: [_common(row, old) for row, old in zip(after[table], before[table], strict=True)] for table in before
    } == before


def _read(engine: Engine, revision: str) -> dict[str, list[dict[str, Any]]]:
    with engine.connect() as connection:
        return {
            table: [dict(row._mapping) for row in connection.execute(text(f"SELECT * FROM {table} ORDER BY 1"))]
            for table in TABLES[revision]
        }


def _common(row: dict[str, Any], old: dict[str, Any]) -> dict[str, Any]:
    """Of a row that may have got more columns, those that there were."""
    return {name: row[name] for name in old}
