"""An organisation answers once, by a link; a yes holds or books the hours, all else lets them go."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import select

from api.store.cases.asks import (
    LASTS,
    Answer,
    Question,
    find_ask,
    find_token,
    list_asks,
    stage_of_ask,
)
from api.store.cases.desk.assign import take_case
from api.store.cases.errors import AskAnswered, AskDead, AskRejected, UnknownAsk
from api.store.cases.tables import Case, CaseEvent
from api.store.database import Database
from api.store.experts.asking import (
    Answered,
    Asked,
    answer_ask,
    ask_expert,
    find_booking_address,
    find_email,
    find_expert_address,
    list_unwilling,
    withdraw_ask,
)
from api.store.experts.booking_errors import NotFree
from api.store.experts.bookings import HOLD_LASTS, book, list_booked, list_bookings
from api.store.experts.tables import ExpertConsent
from api.store.session import Session
from kb.documents import Period
from tests.api.store.experts.told import ADVISOR, DECEMBER, SLUG, make_wanted, new_case, state_of_case, tell_calendar
from tests.fakes.moments import NOON
from tests.store import make_account

YES, NO = Answer("yes"), Answer("no", "Vi har inte tid.")


def ask(session: Session, case_id: str, once: str = "", **changes: Any) -> Asked:
    fields: dict[str, Any] = {"expert_slug": SLUG, "address": "stod@example.se", "period": DECEMBER, "hours": 4.0}
    return ask_expert(session, case_id, Question(**{**fields, **changes}), ADVISOR, NOON, once)


def test_a_case_waits_for_those_that_are_asked(database: Database) -> None:
    with database.session() as session:
        case_id = new_case(session)
        asked = ask(session, case_id)
        assert asked.is_new
        assert state_of_case(session, case_id) == "waiting"
        assert find_ask(session, asked.token, NOON).id == asked.ask.id
        assert find_token(session, asked.ask) == asked.token
        assert asked.token not in (asked.ask.token_hash, asked.ask.id)


def test_a_case_that_an_advisor_has_waits_while_a_question_does_and_then_runs_on(database: Database) -> None:
    with database.session() as session:
        case_id = new_case(session)
        take_case(session, case_id, ADVISOR, NOON)
        first, second = ask(session, case_id), ask(session, case_id, expert_slug="annan")
        answer_ask(session, first.token, NO, NOON)
        assert state_of_case(session, case_id) == "waiting"
        withdraw_ask(session, case_id, second.ask.id, ADVISOR, NOON)
        assert state_of_case(session, case_id) == "running"


def test_a_case_in_which_somebody_is_booked_runs_whoever_is_asked_besides(database: Database) -> None:
    with database.session() as session:
        case_id = new_case(session)
        take_case(session, case_id, ADVISOR, NOON)
        book(session, make_wanted(case_id), ADVISOR, NOON)
        ask(session, case_id, expert_slug="annan")
        assert state_of_case(session, case_id) == "running"


def test_a_yes_holds_the_hours_until_the_advisor_has_confirmed_them(database: Database) -> None:
    with database.session() as session:
        tell_calendar(session)
        case_id = new_case(session)
        asked = ask(session, case_id)
        answered = answer_ask(session, asked.token, YES, NOON)
        assert answered.booking is not None
        assert (answered.booking.state, answered.booking.held_until) == ("held", NOON + HOLD_LASTS)
        assert (answered.booking.first, answered.booking.hours) == (DECEMBER.first, 4)
        assert state_of_case(session, case_id) == "waiting"


def test_a_yes_books_at_once_where_it_was_asked_so(database: Database) -> None:
    with database.session() as session:
        case_id = new_case(session)
        answered = answer_ask(session, ask(session, case_id, books_at_once=True).token, YES, NOON)
        assert answered.booking is not None
        assert answered.booking.state == "confirmed"
        assert state_of_case(session, case_id) == "running"


def test_hours_that_were_held_while_the_answer_was_waited_for_are_those_of_the_yes(database: Database) -> None:
    with database.session() as session:
        tell_calendar(session)
        case_id = new_case(session)
        asked = ask(session, case_id, holds=True, hours=10.0)
        (held,) = list_bookings(session, case_id)
        assert held.held_until == NOON + LASTS
        with pytest.raises(NotFree):
            book(session, make_wanted(new_case(session)), ADVISOR, NOON)
        late = NOON + LASTS - timedelta(hours=1)
        answered = answer_ask(session, asked.token, YES, late)
        assert [row.id for row in list_bookings(session, case_id)] == [held.id]
        assert answered.booking is not None
        assert answered.booking.held_until == late + HOLD_LASTS


@pytest.mark.parametrize("answer", [NO, Answer("other", other=Period(DECEMBER.last, DECEMBER.last))])
def test_any_other_answer_lets_go_of_what_was_held(database: Database, answer: Answer) -> None:
    with database.session() as session:
        tell_calendar(session)
        case_id = new_case(session)
        asked = ask(session, case_id, holds=True)
        assert answer_ask(session, asked.token, answer, NOON).booking is None
        assert list_booked(session, NOON) == {}
        (row,) = list_asks(session, case_id)
        assert (row.state, row.other_first) == (answer.kind, answer.other and answer.other.first)


def test_an_answer_is_an_event_with_its_words_by_the_question(database: Database) -> None:
    with database.session() as session:
        case_id = new_case(session)
        asked = ask(session, case_id)
        answer_ask(session, asked.token, NO, NOON)
        (event,) = session.scalars(select(CaseEvent).where(CaseEvent.what == "case.answered"))
        assert (event.by, event.note) == (asked.ask.id, "est-stod: no. Vi har inte tid.")


def test_a_yes_when_others_were_first_stands_and_books_nothing(database: Database) -> None:
    with database.session() as session:
        tell_calendar(session, hours=10)
        case_id = new_case(session)
        asked = ask(session, case_id)
        book(session, make_wanted(new_case(session), hours=8.0), ADVISOR, NOON)
    with database.session() as session:
        answered = answer_ask(session, asked.token, YES, NOON)
    assert answered.booking is None
    assert answered.not_free is not None
    assert answered.ask.state == "yes"
    with database.reading() as session:
        assert [row.state for row in list_asks(session, case_id)] == ["yes"]
        assert list_bookings(session, case_id) == []


def test_an_answer_is_given_once_and_the_same_again_changes_nothing(database: Database) -> None:
    with database.session() as session:
        case_id = new_case(session)
        asked = ask(session, case_id)
        answer_ask(session, asked.token, YES, NOON)
        again = answer_ask(session, asked.token, YES, NOON)
        assert (again.is_new, len(list_bookings(session, case_id))) == (False, 1)
        assert again.booking is not None
        with pytest.raises(AskAnswered):
            answer_ask(session, asked.token, NO, NOON)


def test_of_those_who_answer_at_the_same_moment_one_is_heard(database: Database) -> None:
    with database.session() as session:
        case_id = new_case(session)
        asked = ask(session, case_id)
    start = Barrier(8)

    def answer(number: int) -> Answered | AskAnswered:
        start.wait()
        try:
            with database.session() as session:
                return answer_ask(session, asked.token, YES if number % 2 else NO, NOON)
        except AskAnswered as error:
            return error

    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(answer, range(8)))
    assert len([one for one in outcomes if isinstance(one, Answered) and one.is_new]) == 1
    with database.reading() as session:
        assert len(list_bookings(session, case_id)) == (list_asks(session, case_id)[0].state == "yes")


def test_a_link_is_dead_when_its_time_is_out_it_is_taken_back_or_the_case_has_ended(database: Database) -> None:
    with database.session() as session:
        case_id, ended = new_case(session), new_case(session)
        old, of_ended = ask(session, case_id), ask(session, ended)
        assert stage_of_ask(old.ask, NOON + LASTS) == "expired"
        with pytest.raises(AskDead):
            answer_ask(session, old.token, YES, NOON + LASTS)
        withdraw_ask(session, case_id, old.ask.id, ADVISOR, NOON)
        withdraw_ask(session, case_id, old.ask.id, ADVISOR, NOON)
        session.get_one(Case, ended).state = "declined"
        for token in (old.token, of_ended.token, "a" * 64, ""):
            with pytest.raises(AskDead):
                find_ask(session, token, NOON)
            with pytest.raises(AskDead):
                answer_ask(session, token, YES, NOON)


def test_what_is_taken_back_lets_go_of_what_was_held(database: Database) -> None:
    with database.session() as session:
        case_id = new_case(session)
        asked = ask(session, case_id, holds=True)
        withdraw_ask(session, case_id, asked.ask.id, ADVISOR, NOON)
        assert list_booked(session, NOON) == {}
        with pytest.raises(UnknownAsk):
            withdraw_ask(session, new_case(session), asked.ask.id, ADVISOR, NOON)


def test_what_has_been_answered_is_not_taken_back(database: Database) -> None:
    with database.session() as session:
        case_id = new_case(session)
        asked = ask(session, case_id)
        answer_ask(session, asked.token, YES, NOON)
        with pytest.raises(AskAnswered):
            withdraw_ask(session, case_id, asked.ask.id, ADVISOR, NOON)


def test_nobody_is_asked_twice_while_an_answer_is_waited_for(database: Database) -> None:
    with database.session() as session:
        case_id = new_case(session)
        first = ask(session, case_id, once="k")
        again = ask(session, case_id, once="k")
        assert (again.ask.id, again.token, again.is_new) == (first.ask.id, first.token, False)
        with pytest.raises(AskRejected, match="take that one back first"):
            ask(session, case_id)
        answer_ask(session, first.token, NO, NOON)
        assert ask(session, case_id).is_new


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (Answer("other"), "another time has its days"),
        (Answer("yes", other=DECEMBER), "another time has its days"),
        (Answer("other", other=Period(DECEMBER.last, DECEMBER.first)), "no days to come"),
        (Answer("no", "x" * 2_001), "at most 2000 signs"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(database: Database, answer: Answer, fault: str) -> None:
    with database.session() as session, pytest.raises(AskRejected, match=fault):
        answer_ask(session, ask(session, new_case(session)).token, answer, NOON)


@pytest.mark.parametrize(
    "changes",
    [{"hours": 0.0}, {"hours": 1001.0}, {"period": Period(DECEMBER.last, DECEMBER.first)}],
)
def test_a_question_that_cannot_be_is_refused(database: Database, changes: dict[str, Any]) -> None:
    with database.session() as session, pytest.raises(AskRejected):
        ask(session, new_case(session), **changes)


def test_the_address_is_that_of_the_experts_account_or_where_it_was_asked(database: Database) -> None:
    account_id = make_account(database, "konto@example.se", "expert", scope_kind="expert", scope_code=SLUG)
    make_account(database, "gammalt@example.se", "expert", scope_kind="expert", scope_code="x", disabled=NOON)
    with database.session() as session:
        assert find_expert_address(session, SLUG) == "konto@example.se"
        assert find_expert_address(session, "x") is None
        assert find_email(session, account_id) == "konto@example.se"
        assert find_email(session, None) is None
        case_id = new_case(session)
        booking = book(session, make_wanted(case_id), ADVISOR, NOON)
        assert find_booking_address(session, booking) == "konto@example.se"
        ask(session, case_id)
        assert find_booking_address(session, booking) == "stod@example.se"


def test_who_has_taken_back_that_it_may_be_asked_is_told(database: Database) -> None:
    with database.session() as session:
        for slug, withdrawn in (("a", NOON), ("b", NOON), ("b", None)):
            session.add(
                ExpertConsent(
                    id=slug * 31 + str(int(withdrawn is None)),
                    expert_slug=slug,
                    purpose="contact",
                    given=NOON,
                    given_by=ADVISOR,
                    withdrawn=withdrawn,
                    withdrawn_by=withdrawn and ADVISOR,
                )
            )
        session.flush()
        assert list_unwilling(session) == {"a"}
