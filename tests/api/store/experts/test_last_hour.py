"""Fifty who book the same last hour at the same moment: one has it, the others are told, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from api.store.database import Database
from api.store.experts.booking_errors import NotFree
from api.store.experts.bookings import book, list_booked
from api.store.experts.tables import Booking
from tests.api.store.experts.told import ADVISOR, SLUG, make_wanted, new_case, tell_calendar
from tests.fakes.moments import NOON

N = 50


def test_exactly_one_of_fifty_has_the_last_hour_and_the_others_are_told_who(database: Database) -> None:
    with database.session() as session:
        tell_calendar(session, hours=10)
        book(session, make_wanted(new_case(session), hours=9.0), ADVISOR, NOON)
        case_ids = [new_case(session) for _ in range(N)]
    start = Barrier(N)

    def try_to_book(case_id: str) -> Booking | NotFree:
        start.wait()
        try:
            with database.session() as session:
                return book(session, make_wanted(case_id, hours=1.0), ADVISOR, NOON)
        except NotFree as error:
            return error

    with ThreadPoolExecutor(N) as pool:
        outcomes = list(pool.map(try_to_book, case_ids))
    (winner,) = [one for one in outcomes if isinstance(one, Booking)]
    told = [one for one in outcomes if isinstance(one, NotFree)]
    assert len(told) == N - 1
    assert {round(one.refusal.left, 6) for one in told} == {0}
    assert {len(one.first) for one in told} == {2}
    with database.reading() as session:
        booked = list_booked(session, NOON)[SLUG]
        assert sum(one.hours for one in booked) == 10
        assert winner.case_id in {one.case for one in booked}
