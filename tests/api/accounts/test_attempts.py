"""How often a link may be asked for."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from api.access.errors import TooManyAttempts
from api.accounts.attempts import MOST_PER_ADDRESS, MOST_PER_NETWORK, count_attempt
from api.store.accounts import ATTEMPTS_WITHIN
from api.store.database import Database
from tests.fakes.moments import NOON

NETWORK = "192.0.2.7"


def test_one_address_may_ask_a_few_times_from_wherever(database: Database) -> None:
    for number in range(MOST_PER_ADDRESS):
        count_attempt(database, "a@example.se", f"192.0.2.{number}", NOON)
    with pytest.raises(TooManyAttempts, match="wait 15 minutes"):
        count_attempt(database, "a@example.se", "192.0.2.99", NOON)
    count_attempt(database, "b@example.se", "192.0.2.99", NOON)


def test_one_network_may_ask_for_a_few_addresses(database: Database) -> None:
    for number in range(MOST_PER_NETWORK):
        count_attempt(database, f"{number}@example.se", NETWORK, NOON)
    with pytest.raises(TooManyAttempts):
        count_attempt(database, "other@example.se", NETWORK, NOON)


def test_waiting_helps_and_trying_meanwhile_does_no_harm(database: Database) -> None:
    for _ in range(MOST_PER_ADDRESS):
        count_attempt(database, "a@example.se", NETWORK, NOON)
    with pytest.raises(TooManyAttempts):
        count_attempt(database, "a@example.se", NETWORK, NOON + ATTEMPTS_WITHIN - timedelta(seconds=1))
    count_attempt(database, "a@example.se", NETWORK, NOON + ATTEMPTS_WITHIN)


def test_neither_address_lies_in_the_database(database: Database) -> None:
    count_attempt(database, "a@example.se", NETWORK, NOON)
    with database.reading() as session:
        stored = str(session.execute(text("SELECT * FROM sign_in_attempts")).all())
    assert "example" not in stored
    assert NETWORK not in stored
