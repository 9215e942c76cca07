"""Answers are judged a limited number of times from one network address, of which a print alone is kept."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from api.accounts.attempts import MOST_PER_ADDRESS, count_attempt
from api.store.accounts import ATTEMPTS_WITHIN
from api.store.database import Database
from api.store.learning.errors import TooMuchFeedback
from api.store.learning.limit import MOST_PER_NETWORK, count_feedback
from tests.fakes.moments import NOON

NETWORK = "192.0.2.7"


def _fill(database: Database) -> None:
    with database.session() as session:
        for _ in range(MOST_PER_NETWORK):
            count_feedback(session, NETWORK, NOON)


def test_too_many_from_one_address_are_refused_until_a_quarter_of_an_hour_is_over(database: Database) -> None:
    _fill(database)
    with database.session() as session, pytest.raises(TooMuchFeedback, match="wait 15 minutes"):
        count_feedback(session, NETWORK, NOON + ATTEMPTS_WITHIN - timedelta(seconds=1))
    with database.session() as session:
        count_feedback(session, NETWORK, NOON + ATTEMPTS_WITHIN)


def test_another_address_and_links_to_sign_in_are_counted_apart(database: Database) -> None:
    _fill(database)
    with database.session() as session:
        count_feedback(session, "192.0.2.8", NOON)
    for _ in range(MOST_PER_ADDRESS):
        count_attempt(database, "a@example.se", NETWORK, NOON)


def test_the_address_cannot_be_read(database: Database) -> None:
    with database.session() as session:
        count_feedback(session, NETWORK, NOON)
    with database.reading() as session:
        assert NETWORK not in str(session.execute(text("SELECT * FROM sign_in_attempts")).all())
