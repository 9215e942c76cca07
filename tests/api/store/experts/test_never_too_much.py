"""Whatever is booked, moved, cancelled, confirmed and left to run out: never more than was told."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.store.base import new_id
from api.store.database import Database
from api.store.experts.booking_errors import BookingOver, NotFree
from api.store.experts.bookings import (
    HOLD_LASTS,
    book,
    cancel_booking,
    confirm_booking,
    list_booked,
    list_bookings,
    move_booking,
)
from api.store.places import Places
from api.store.session import Session
from kb.documents import Booked, Period
from tests.api.store.experts.told import ADVISOR, make_wanted, new_case, tell_calendar
from tests.fakes.moments import NOON

DAY = timedelta(days=1)
FIRST = date(2026, 12, 1)
HOURS, CASES = 10, 2
AWAY = Period(date(2026, 12, 20), date(2027, 1, 4))
ACTS = ("book", "hold", "move", "confirm", "cancel", "wait")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """One database for all that is tried, each with an expert of its own."""
    database = Database(Places(tmp_path_factory.mktemp("store")))
    database.open()
    yield database
    database.close()


@st.composite
def _steps(draw: st.DrawFn) -> tuple[str, int, Period, float]:
    """What is done, of or for which case, for which days, how much."""
    first = FIRST + draw(st.integers(0, 60)) * DAY
    period = Period(first, first + draw(st.integers(0, 40)) * DAY)
    return draw(st.sampled_from(ACTS)), draw(st.integers(0, 3)), period, draw(st.integers(1, 24)) / 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(_steps(), max_size=15))
def test_no_way_of_booking_passes_what_was_told(store: Database, steps: list[tuple[str, int, Period, float]]) -> None:
    slug, now = new_id(), NOON
    with store.session() as session:
        tell_calendar(session, slug, HOURS, CASES, AWAY)
        cases = [new_case(session) for _ in range(4)]
        for act, number, period, hours in steps:
            now += HOLD_LASTS / 3 if act == "wait" else timedelta(minutes=1)
            with suppress(NotFree, BookingOver):
                _do(session, act, slug, cases[number], period, hours, now)
            _check(list_booked(session, now).get(slug, ()))


def _do(session: Session, act: str, slug: str, case_id: str, period: Period, hours: float, now: datetime) -> None:
    wanted = make_wanted(case_id, expert_slug=slug, period=period, hours=hours)
    mine = list_bookings(session, case_id)
    match act:
        case "book":
            book(session, wanted, ADVISOR, now)
        case "hold":
            held = make_wanted(case_id, expert_slug=slug, period=period, hours=hours, held_until=now + HOLD_LASTS)
            book(session, held, ADVISOR, now)
        case "move" if mine:
            move_booking(session, case_id, mine[-1].id, period, hours, ADVISOR, now)
        case "confirm" if mine:
            confirm_booking(session, case_id, mine[0].id, ADVISOR, now)
        case "cancel" if mine:
            cancel_booking(session, case_id, mine[0].id, "", ADVISOR, now)


def _check(booked: tuple[Booked, ...]) -> None:
    """Counted day by day, by nothing that the rules themselves use."""
    hours: dict[tuple[int, int], float] = {}
    for one in booked:
        days = [one.first + n * DAY for n in range((one.last - one.first).days + 1)]
        there = [day for day in days if not AWAY.first <= day <= AWAY.last]
        for day in there:
            hours[day.year, day.month] = hours.get((day.year, day.month), 0) + one.hours / len(there)
        for day in days:
            assert len({other.case for other in booked if other.first <= day <= other.last}) <= CASES
    there_in = {(2026, 12): 19 / 31, (2027, 1): 27 / 31}
    assert all(taken <= HOURS * there_in.get(month, 1) + 1e-4 for month, taken in hours.items())
