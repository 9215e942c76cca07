"""What the database holds after a kill, against what the advisors were told. Every fault is a line.

What is booked is counted day by day, by nothing that the service itself counts with.
"""

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from api.store.database import Database
from api.store.experts.bookings import list_booked, list_bookings
from api.store.experts.tables import Booking
from benchmarks.bookings.advisor import Journal, Request, Told, describe
from benchmarks.bookings.desk import HOURS_PER_MONTH, PARALLEL_CASES, Desk
from kb.documents import Booked

DAY = timedelta(days=1)
HALVES = {
    "a booking that its case knows nothing of": "SELECT id FROM bookings WHERE case_id NOT IN"
    " (SELECT case_id FROM case_events WHERE what = 'case.booked')",
    "a booking that the log knows nothing of": "SELECT id FROM bookings WHERE case_id NOT IN"
    " (SELECT thing FROM audit WHERE action = 'case.booked')",
    "a cancelled booking without its event": "SELECT id FROM bookings WHERE state = 'cancelled' AND case_id NOT IN"
    " (SELECT case_id FROM case_events WHERE what = 'case.cancelled')",
    "a request that made nothing": "SELECT made FROM plan_requests WHERE made NOT IN (SELECT id FROM bookings)",
    "an expert with more bookings than its calendar has seen": "SELECT expert_slug FROM expert_calendars"
    " WHERE changed_times < (SELECT COUNT(*) FROM bookings WHERE bookings.expert_slug = expert_calendars.expert_slug)",
}
"""What is half there -> the ids of such."""


def find_halves(database: Database) -> list[str]:
    """What was written without what belongs to it."""
    with database.engine.connect() as connection:
        found = {name: connection.exec_driver_sql(query).all() for name, query in HALVES.items()}
    return [f"{name}: {row[0]}" for name, rows in found.items() for row in rows]


def find_losses(database: Database, desk: Desk, journals: Sequence[Journal]) -> list[str]:
    """Bookings that are not as they were told, and not as they were being made either."""
    held = _read(database, desk)
    return [fault for journal in journals for fault in [*journal.faults, *_find_lost(journal, held)]]


def find_strays(database: Database, desk: Desk, journals: Sequence[Journal]) -> list[str]:
    """Bookings that nobody was told of, once every request has been answered: something was booked twice."""
    told = {booking_id for journal in journals for booking_id in journal.mine}
    return [
        f"booking {booking_id}: nobody was told of it" for booking_id in _read(database, desk) if booking_id not in told
    ]


def find_too_much(database: Database, desk: Desk) -> list[str]:
    """Months with more hours, and days with more cases, than the organisation has told."""
    with database.reading() as session:
        booked = list_booked(session, datetime.now(UTC)).get(desk.expert_slug, ())
    return [*_find_months(booked), *_find_days(booked)]


def _read(database: Database, desk: Desk) -> dict[str, Booking]:
    with database.reading() as session:
        return {row.id: row for case_id in desk.case_ids for row in list_bookings(session, case_id)}


def _find_lost(journal: Journal, held: dict[str, Booking]) -> Iterator[str]:
    for booking_id, told in journal.mine.items():
        row = held.get(booking_id)
        allowed = {told, *_list_outcomes(journal.sending, booking_id, told)}
        if row is None or _tell(row) not in allowed:
            yield f"booking {booking_id}: told {told}, found {row and _tell(row)}, sending {describe(journal.sending)}"


def _list_outcomes(sending: Request | None, booking_id: str, told: Told) -> Iterator[Told]:
    """What the booking may be besides, where a change of it was not answered."""
    if sending and sending.booking_id == booking_id:
        body = sending.body
        moved = {"first": body["from"], "last": body["to"], "hours": body["hours"]} if "from" in body else {}
        yield replace(told, **moved, state=body.get("state", told.state))


def _tell(row: Booking) -> Told:
    return Told(str(row.first), str(row.last), row.hours, row.state)


def _find_months(booked: Sequence[Booked]) -> Iterator[str]:
    hours: dict[tuple[int, int], float] = defaultdict(float)
    for one in booked:
        days = _list_days(one)
        for day in days:
            hours[day.year, day.month] += one.hours / len(days)
    for (year, month), taken in hours.items():
        if taken > HOURS_PER_MONTH + 1e-4:
            yield f"{year}-{month:02} ({monthrange(year, month)[1]} days): {taken} hours of {HOURS_PER_MONTH}"


def _find_days(booked: Sequence[Booked]) -> Iterator[str]:
    cases = Counter(day for case in {one.case for one in booked} for day in _days_of_case(booked, case))
    return (f"{day}: {n} cases of {PARALLEL_CASES}" for day, n in cases.items() if n > PARALLEL_CASES)


def _days_of_case(booked: Sequence[Booked], case: str) -> set[date]:
    return {day for one in booked if one.case == case for day in _list_days(one)}


def _list_days(one: Booked) -> list[date]:
    return [one.first + n * DAY for n in range((one.last - one.first).days + 1)]
