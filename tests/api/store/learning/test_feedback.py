"""What users say of answers is kept encrypted, added to while fresh, listed by what editors ask for, reviewed once."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text

from api.store.audit import AuditEntry
from api.store.database import Database
from api.store.learning.errors import FeedbackReviewed, UnknownFeedback
from api.store.learning.feedback import (
    FRESH,
    PAGE,
    Wanted,
    add_reason,
    find_fresh,
    list_feedback,
    list_taken,
    review_feedback,
)
from api.store.learning.tables import Feedback
from tests.api.store.learning.said import keep_said
from tests.fakes.moments import NOON

EDITOR = "e" * 32


def _reason_of(database: Database, feedback_id: str) -> str | None:
    with database.reading() as session:
        return session.get_one(Feedback, feedback_id).reason


def test_what_was_asked_and_why_lie_encrypted(database: Database) -> None:
    keep_said(database, asked="epatraktorer på torget", reason="för att det är så")
    with database.reading() as session:
        stored = str(session.execute(text("SELECT * FROM feedback")).all())
        (row,) = list_feedback(session, Wanted()).rows
    assert (row.asked, row.reason, row.state) == ("epatraktorer på torget", "för att det är så", "new")
    assert "epatraktor" not in stored
    assert "för att" not in stored


def test_why_is_added_once_within_the_hour(database: Database) -> None:
    said = keep_said(database)
    with database.session() as session:
        add_reason(session, said, "passar oss", NOON + FRESH)
        add_reason(session, said, "något annat", NOON + FRESH)
    assert _reason_of(database, said) == "passar oss"
    with database.reading() as session, pytest.raises(UnknownFeedback, match="within an hour"):
        find_fresh(session, said, NOON + FRESH + timedelta(seconds=1))


def test_nothing_is_added_to_what_was_reviewed_or_by_an_empty_reason(database: Database) -> None:
    said, other = keep_said(database), keep_said(database)
    with database.session() as session:
        review_feedback(session, said, "taken", EDITOR, NOON)
        add_reason(session, said, "passar oss", NOON)
        add_reason(session, other, "", NOON)
    assert (_reason_of(database, said), _reason_of(database, other)) == (None, None)


def test_it_is_reviewed_once_and_that_is_written_down(database: Database) -> None:
    said = keep_said(database)
    with database.session() as session:
        row = review_feedback(session, said, "dropped", EDITOR, NOON)
    assert (row.state, row.reviewed, row.reviewed_by) == ("dropped", NOON, EDITOR)
    with database.session() as session, pytest.raises(FeedbackReviewed, match="dropped on 2026-11-22"):
        review_feedback(session, said, "taken", "f" * 32, NOON)
    with database.session() as session, pytest.raises(UnknownFeedback):
        review_feedback(session, "nope", "taken", EDITOR, NOON)
    with database.reading() as session:
        written = session.scalars(select(AuditEntry)).all()
    assert [(entry.action, entry.thing, entry.who) for entry in written] == [("feedback.dropped", said, EDITOR)]


def test_it_is_listed_by_state_about_and_verdict_the_last_first(database: Database) -> None:
    right = keep_said(database, NOON)
    wrong = keep_said(database, NOON + timedelta(minutes=1), is_right=False)
    problem = keep_said(database, NOON + timedelta(minutes=2), about="problem", slug="klotter", is_right=False)
    with database.session() as session:
        review_feedback(session, problem, "taken", EDITOR, NOON)
    wanted = {
        Wanted(): [problem, wrong, right],
        Wanted("new"): [wrong, right],
        Wanted("taken"): [problem],
        Wanted(about="hit"): [wrong, right],
        Wanted(is_right=False): [problem, wrong],
        Wanted("new", "hit", is_right=True): [right],
    }
    with database.reading() as session:
        found = {one: [row.id for row in list_feedback(session, one).rows] for one in wanted}
        assert [row.id for row in list_taken(session)] == [problem]
    assert found == wanted


def test_a_page_of_many_tells_how_many_there_are(database: Database) -> None:
    for number in range(PAGE + 1):
        keep_said(database, NOON + timedelta(seconds=number))
    with database.reading() as session:
        first, second = (list_feedback(session, Wanted(), page) for page in (1, 2))
    assert [(page.n, len(page.rows)) for page in (first, second)] == [(PAGE + 1, PAGE), (PAGE + 1, 1)]
