"""A booking takes of what the organisation has told, and gives it back when it is cancelled or runs out."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from api.store.cases.errors import CaseClosed, UnknownCase
from api.store.cases.tables import Case, CaseEvent
from api.store.database import Database
from api.store.experts.booking_errors import BookingOver, BookingRejected, NotFree, UnknownBooking
from api.store.experts.bookings import (
    HOLD_LASTS,
    book,
    cancel_all,
    cancel_booking,
    confirm_booking,
    list_booked,
    list_bookings,
    move_booking,
    stage_of,
)
from api.store.experts.tables import ExpertCalendar
from kb.documents import Booked, Period
from tests.api.store.experts.told import ADVISOR, DECEMBER, SLUG, make_wanted, new_case, state_of_case, tell_calendar
from tests.fakes.moments import NOON

JANUARY = Period(date(2027, 1, 1), date(2027, 1, 31))


def test_a_booking_is_confirmed_at_once_and_its_case_runs(database: Database) -> None:
    with database.session() as session:
        tell_calendar(session)
        case_id = new_case(session)
        booking = book(session, make_wanted(case_id), ADVISOR, NOON)
    with database.reading() as session:
        assert state_of_case(session, case_id) == "running"
        assert stage_of(booking, NOON) == "confirmed"
        assert list_booked(session, NOON) == {SLUG: (Booked(DECEMBER.first, DECEMBER.last, 2, case_id),)}
        events = session.scalars(select(CaseEvent.what).where(CaseEvent.case_id == case_id)).all()
        assert sorted(events) == ["case.booked", "case.created"]
        assert session.get_one(ExpertCalendar, SLUG).changed_times == 1


def test_what_is_not_left_is_refused_with_who_was_first(database: Database) -> None:
    with database.session() as session:
        tell_calendar(session, hours=10)
        first, second = new_case(session), new_case(session)
        book(session, make_wanted(first, hours=9.0), ADVISOR, NOON)
        code = session.get_one(Case, first).code
    with pytest.raises(NotFree) as refused, database.session() as session:
        book(session, make_wanted(second), ADVISOR, NOON)
    assert refused.value.refusal.left == pytest.approx(1)
    assert [one.code for one in refused.value.first] == [code]
    assert str(refused.value) == (
        f"est-stod has 1 hours left from 2026-12-01 to 2026-12-31, and 2 are asked for; first there: case {code} "
        "(booked 2026-11-22 12:00 UTC); choose other days or somebody else"
    )
    with database.reading() as session:
        assert list_bookings(session, second) == []


def test_where_no_calendar_is_told_nothing_is_tested(database: Database) -> None:
    with database.session() as session:
        case_id = new_case(session)
        for _ in range(3):
            book(session, make_wanted(case_id, hours=900.0), ADVISOR, NOON)
        assert len(list_bookings(session, case_id)) == 3


def test_a_hold_runs_out_and_what_it_held_is_free_again(database: Database) -> None:
    with database.session() as session:
        tell_calendar(session, hours=10)
        first, second = new_case(session), new_case(session)
        held = book(session, make_wanted(first, hours=10.0, held_until=NOON + HOLD_LASTS), ADVISOR, NOON)
        assert state_of_case(session, first) == "new"
        with pytest.raises(NotFree):
            book(session, make_wanted(second), ADVISOR, NOON + HOLD_LASTS - timedelta(seconds=1))
        assert list_booked(session, NOON + HOLD_LASTS) == {}
        book(session, make_wanted(second), ADVISOR, NOON + HOLD_LASTS)
        assert stage_of(held, NOON + HOLD_LASTS) == "run_out"
        with pytest.raises(NotFree):
            confirm_booking(session, first, held.id, ADVISOR, NOON + HOLD_LASTS)


def test_a_hold_that_ran_out_is_confirmed_where_there_is_still_room(database: Database) -> None:
    with database.session() as session:
        tell_calendar(session, hours=10)
        case_id = new_case(session)
        held = book(session, make_wanted(case_id, hours=10.0, held_until=NOON + HOLD_LASTS), ADVISOR, NOON)
        later = NOON + 2 * HOLD_LASTS
        with pytest.raises(BookingOver):
            move_booking(session, case_id, held.id, DECEMBER, 3, ADVISOR, later)
        assert confirm_booking(session, case_id, held.id, ADVISOR, later).state == "confirmed"
        assert confirm_booking(session, case_id, held.id, ADVISOR, later).n_changes == 0
        assert state_of_case(session, case_id) == "running"


def test_a_booking_moves_as_if_it_took_nothing_itself(database: Database) -> None:
    with database.session() as session:
        tell_calendar(session, hours=10)
        case_id = new_case(session)
        booking = book(session, make_wanted(case_id, hours=8.0), ADVISOR, NOON)
        move_booking(session, case_id, booking.id, DECEMBER, 10, ADVISOR, NOON)
        with pytest.raises(NotFree):
            move_booking(session, case_id, booking.id, DECEMBER, 11, ADVISOR, NOON)
        assert (booking.hours, booking.n_changes) == (10, 1)
        move_booking(session, case_id, booking.id, DECEMBER, 10, ADVISOR, NOON)
        assert booking.n_changes == 1
        move_booking(session, case_id, booking.id, JANUARY, 10, ADVISOR, NOON)
        assert list_booked(session, NOON)[SLUG][0].first == JANUARY.first


def test_a_cancelled_booking_takes_nothing_and_its_reason_is_in_the_history_alone(database: Database) -> None:
    with database.session() as session:
        tell_calendar(session, hours=10)
        case_id = new_case(session)
        booking = book(session, make_wanted(case_id, hours=10.0), ADVISOR, NOON)
        cancel_booking(session, case_id, booking.id, "Sjukdom", ADVISOR, NOON)
        cancel_booking(session, case_id, booking.id, "", ADVISOR, NOON)
        assert (booking.state, booking.n_changes) == ("cancelled", 1)
        assert list_booked(session, NOON) == {}
        book(session, make_wanted(case_id, hours=10.0), ADVISOR, NOON)
        with pytest.raises(BookingOver):
            confirm_booking(session, case_id, booking.id, ADVISOR, NOON)
        notes = session.scalars(select(CaseEvent.note).where(CaseEvent.what == "case.cancelled")).all()
        assert notes == ["est-stod 2026-12-01–2026-12-31, 10 h: Sjukdom"]


def test_a_case_that_needs_nobody_any_more_gives_all_back(database: Database) -> None:
    with database.session() as session:
        case_id = new_case(session)
        for period in (DECEMBER, JANUARY):
            book(session, make_wanted(case_id, period=period), ADVISOR, NOON)
        after = NOON + timedelta(days=50)  # December is over and was given
        assert [row.first for row in cancel_all(session, case_id, "", ADVISOR, after)] == [JANUARY.first]
        assert len(list_bookings(session, case_id)) == 2


def test_a_request_that_is_sent_twice_books_once(database: Database) -> None:
    with database.session() as session:
        tell_calendar(session, hours=10)
        case_id = new_case(session)
        ids = {book(session, make_wanted(case_id, hours=9.0), ADVISOR, NOON, once="7d1f").id for _ in range(2)}
        assert len(ids) == 1
        assert len(list_bookings(session, case_id)) == 1


def test_a_case_that_has_ended_books_nobody(database: Database) -> None:
    with database.session() as session:
        case_id = new_case(session)
        session.get_one(Case, case_id).state = "done"
        with pytest.raises(CaseClosed):
            book(session, make_wanted(case_id), ADVISOR, NOON)
        with pytest.raises(UnknownCase):
            book(session, make_wanted("0" * 32), ADVISOR, NOON)


def test_a_booking_is_of_its_own_case(database: Database) -> None:
    with database.session() as session:
        case_id, other = new_case(session), new_case(session)
        booking = book(session, make_wanted(case_id), ADVISOR, NOON)
        with pytest.raises(UnknownBooking):
            cancel_booking(session, other, booking.id, "", ADVISOR, NOON)
        with pytest.raises(UnknownBooking):
            move_booking(session, other, booking.id, JANUARY, 1, ADVISOR, NOON)


@pytest.mark.parametrize(
    ("first", "last", "hours"),
    [
        (date(2026, 12, 2), date(2026, 12, 1), 1),
        (date(2026, 12, 1), date(2028, 12, 1), 1),
        (date(2026, 11, 1), date(2026, 11, 21), 1),
        (date(2026, 12, 1), date(2026, 12, 1), 0),
        (date(2026, 12, 1), date(2026, 12, 1), -1),
        (date(2026, 12, 1), date(2026, 12, 1), float("nan")),
        (date(2026, 12, 1), date(2026, 12, 1), 1001),
    ],
)
def test_days_and_hours_that_cannot_be_are_refused(database: Database, first: date, last: date, hours: float) -> None:
    with database.session() as session, pytest.raises(BookingRejected):
        book(session, make_wanted(new_case(session), period=Period(first, last), hours=hours), ADVISOR, NOON)


def test_absences_are_no_days_to_book(database: Database) -> None:
    with database.session() as session:
        tell_calendar(session, SLUG, 10, 5, DECEMBER)
        with pytest.raises(NotFree, match="away on all days from 2026-12-01 to 2026-12-31"):
            book(session, make_wanted(new_case(session)), ADVISOR, NOON)
