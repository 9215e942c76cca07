"""What an account has asked and booked is told, and nothing of others."""

from api.accounts.own_bookings import collect_own_bookings
from api.store.cases.asks import Question
from api.store.database import Database
from api.store.experts.asking import ask_expert
from api.store.experts.bookings import book
from tests.api.store.experts.told import DECEMBER, SLUG, make_wanted, new_case
from tests.fakes.moments import NOON

ANNA, BO = "a" * 32, "b" * 32


def test_what_was_asked_and_booked_is_told_without_where_it_was_asked(database: Database) -> None:
    question = Question(expert_slug=SLUG, address="stod@example.se", period=DECEMBER, hours=4)
    with database.session() as session:
        mine, others = new_case(session), new_case(session)
        for case_id, by in ((mine, ANNA), (others, BO)):
            ask_expert(session, case_id, question, by, NOON)
            book(session, make_wanted(case_id), by, NOON)
        told = collect_own_bookings(session, ANNA)
    assert [(one["case"], one["state"], one["hours"]) for one in told["asks"]] == [(mine, "waiting", 4)]
    assert [(one["case"], one["state"], one["hours"]) for one in told["bookings"]] == [(mine, "confirmed", 2)]
    assert "stod@example.se" not in str(told)
