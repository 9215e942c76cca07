"""The check finds what it is there to find."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, update

from api.store.cases.tables import CaseEvent
from api.store.database import Database
from api.store.experts.bookings import Wanted, book
from api.store.experts.tables import Booking, ExpertCalendar
from benchmarks.bookings.advisor import Journal, Request, Told
from benchmarks.bookings.check import find_halves, find_losses, find_strays, find_too_much
from benchmarks.bookings.desk import HOURS_PER_MONTH, Desk, open_desk
from kb.documents import Period

BY = "b" * 32


@pytest.fixture
def desk(database: Database) -> Desk:
    return open_desk(database, 1)


def _book(database: Database, desk: Desk, number: int = 0, hours: float = 2.0) -> tuple[str, Told]:
    first, last = desk.days.first, desk.days.first + timedelta(days=3)
    wanted = Wanted(
        case_id=desk.case_ids[number], expert_slug=desk.expert_slug, period=Period(first, last), hours=hours
    )
    with database.session() as session:
        row = book(session, wanted, BY, datetime.now(UTC))
    return row.id, Told(str(first), str(last), hours, "confirmed")


def test_what_was_told_and_is_there_is_no_fault(database: Database, desk: Desk) -> None:
    journal = Journal(mine=dict([_book(database, desk)]))
    assert find_losses(database, desk, [journal]) == []
    assert find_strays(database, desk, [journal]) == []
    assert find_too_much(database, desk) == []
    assert find_halves(database) == []


def test_a_booking_that_is_gone_or_another_is_lost(database: Database, desk: Desk) -> None:
    booking_id, told = _book(database, desk)
    gone = Journal(mine={"0" * 32: told})
    moved = Journal(mine={booking_id: Told(told.first, told.last, 3.0, told.state)})
    assert len(find_losses(database, desk, [gone, moved])) == 2
    cancelling = Request("PATCH", "/", {"state": "cancelled"}, booking_id)
    with database.session() as session:
        session.execute(update(Booking).values(state="cancelled"))
    assert find_losses(database, desk, [Journal(mine={booking_id: told}, sending=cancelling)]) == []
    assert len(find_losses(database, desk, [Journal(mine={booking_id: told})])) == 1


def test_a_booking_that_nobody_was_told_of_is_a_stray(database: Database, desk: Desk) -> None:
    _book(database, desk)
    assert len(find_strays(database, desk, [Journal()])) == 1


def test_more_than_was_told_is_found(database: Database, desk: Desk) -> None:
    with database.session() as session:
        session.execute(delete(ExpertCalendar))
    for number in range(4):
        _book(database, desk, number, HOURS_PER_MONTH / 2)
    found = find_too_much(database, desk)
    assert len([fault for fault in found if "hours of" in fault]) == 1
    assert len([fault for fault in found if "cases of" in fault]) == 4


def test_a_half_is_found(database: Database, desk: Desk) -> None:
    _book(database, desk)
    with database.session() as session:
        session.execute(delete(CaseEvent))
        session.execute(update(ExpertCalendar).values(changed_times=0))
    assert len(find_halves(database)) == 2
