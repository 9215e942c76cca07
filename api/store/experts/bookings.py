"""Hours of an expert booked for a case: held, confirmed, moved, cancelled. They take of the expert's time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.cases.errors import UnknownCase
from api.store.cases.events import record_event
from api.store.cases.find_case import find_open_case
from api.store.cases.tables import Case
from api.store.experts.booking_errors import BookingOver, BookingRejected, UnknownBooking
from api.store.experts.changes import note_change
from api.store.experts.room import as_booked, take_room, takes_time
from api.store.experts.tables import Booking
from api.store.once import make_once
from kb.documents import Booked, Period
from kb.vocabulary import MeetingFormat

HOLD_LASTS = timedelta(hours=48)
MAX_DAYS = 366
MAX_HOURS = 1_000.0
BookingStage = Literal["held", "run_out", "confirmed", "cancelled"]
"""As it is now: a hold whose time is out takes nothing any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """held_until : when the hold runs out, None for a booking that is confirmed at once"""

    case_id: str
    expert_slug: str
    period: Period
    hours: float
    form: MeetingFormat | None = None
    ask_id: str | None = None
    held_until: datetime | None = None


def book(session: Session, wanted: Wanted, by: str, now: datetime, once: str = "") -> Booking:
    """The booking. once : the key of the request, which sent again makes nothing and gives the same booking

    Of those who book the same expert at the same moment each waits for the one before and sees what is left.

    Raises
    ------
    UnknownCase, CaseClosed : as `find_open_case`
    BookingRejected : days or hours that cannot be
    NotFree : the expert has told of its time, and has not that much left
    """
    _check(wanted.period, wanted.hours, now)
    find_open_case(session, wanted.case_id)
    booking_id = make_once(
        session, f"{by} booking {wanted.case_id}", once, now, lambda made: _add(session, made, wanted, by, now)
    )
    return session.get_one(Booking, booking_id)


def confirm_booking(session: Session, case_id: str, booking_id: str, by: str, now: datetime) -> Booking:
    """The booking, confirmed; a hold that had run out is, where there is still room.

    Raises
    ------
    UnknownBooking, BookingOver, CaseClosed, NotFree
    """
    find_open_case(session, case_id)
    row = find_booking(session, case_id, booking_id)
    if row.state == "confirmed":
        return row
    if row.state == "cancelled":
        raise BookingOver("the booking is cancelled; book anew")
    # a hold too: for somebody whose clock is a moment ahead it had run out already
    take_room(session, row.expert_slug, as_booked(row), now, instead_of=row.id)
    row.state, row.held_until, row.changed, row.changed_by = "confirmed", None, now, by
    _note(session, row, by, now)
    return row


def move_booking(
    session: Session, case_id: str, booking_id: str, period: Period, hours: float, by: str, now: datetime
) -> Booking:
    """The booking with other days or hours; as it was already, nothing is changed.

    Raises
    ------
    UnknownBooking, BookingRejected, CaseClosed, NotFree
    BookingOver : it is cancelled, or a hold that has run out
    """
    _check(period, hours, now)
    find_open_case(session, case_id)
    row = find_booking(session, case_id, booking_id)
    if stage_of(row, now) in ("cancelled", "run_out"):
        raise BookingOver("the booking is cancelled or has run out; book anew")
    if (row.first, row.last, row.hours) == (period.first, period.last, hours):
        return row
    wanted = Booked(period.first, period.last, hours, case_id)
    take_room(session, row.expert_slug, wanted, now, instead_of=row.id)
    row.first, row.last, row.hours = period.first, period.last, hours
    row.n_changes += 1
    row.changed, row.changed_by = now, by
    record_event(session, case_id, "case.moved", by, now, _tell(row))
    note_change(session)
    return row


def cancel_booking(session: Session, case_id: str, booking_id: str, reason: str, by: str, now: datetime) -> Booking:
    """The booking, which takes nothing any more; one that is cancelled already stays as it is.

    Raises
    ------
    UnknownBooking : the case has none of that id
    """
    _lock_case(session, case_id)
    row = find_booking(session, case_id, booking_id)
    if row.state != "cancelled":
        _cancel(session, row, reason, by, now)
    return row


def cancel_holds(session: Session, ask_id: str, by: str, now: datetime) -> None:
    """Let go of what is held until the ask is answered; what is confirmed stays."""
    held = select(Booking).where(Booking.ask_id == ask_id, Booking.state == "held")
    for row in session.scalars(held).all():
        _cancel(session, row, "", by, now)


def cancel_all(session: Session, case_id: str, reason: str, by: str, now: datetime) -> Sequence[Booking]:
    """The bookings of a case that needs no expert any more, those that were not over yet, cancelled."""
    _lock_case(session, case_id)
    standing = select(Booking).where(
        Booking.case_id == case_id, Booking.state != "cancelled", Booking.last >= now.date()
    )
    rows = session.scalars(standing).all()
    for row in rows:
        _cancel(session, row, reason, by, now)
    return rows


def find_booking(session: Session, case_id: str, booking_id: str) -> Booking:
    """The booking as it is now; raises UnknownBooking : the case has none of that id."""
    row = session.get(Booking, booking_id, populate_existing=True)
    if row is None or row.case_id != case_id:
        raise UnknownBooking("the case has no such booking; list its bookings and choose one of those")
    return row


def list_bookings(session: Session, case_id: str) -> Sequence[Booking]:
    """All of the case, the first made first."""
    wanted = select(Booking).where(Booking.case_id == case_id)
    return session.scalars(wanted.order_by(Booking.created, Booking.id)).all()


def list_booked(session: Session, now: datetime) -> Mapping[str, tuple[Booked, ...]]:
    """Slug of an expert -> what others have of its time, from this month on."""
    this_month = now.date().replace(day=1)
    wanted = select(Booking).where(takes_time(now), Booking.last >= this_month)
    found: dict[str, list[Booked]] = defaultdict(list)
    for row in session.scalars(wanted.order_by(Booking.first, Booking.id)):
        found[row.expert_slug].append(as_booked(row))
    return {slug: tuple(booked) for slug, booked in found.items()}


def find_booking_of(session: Session, ask_id: str, now: datetime) -> Booking | None:
    """The booking that the ask has led to, which takes time."""
    wanted = select(Booking).where(Booking.ask_id == ask_id, takes_time(now))
    return session.scalars(wanted.order_by(Booking.created, Booking.id).limit(1)).one_or_none()


def stage_of(row: Booking, now: datetime) -> BookingStage:
    """The booking's state, with a hold whose time is out told apart."""
    if row.state == "held" and row.held_until is not None and row.held_until <= now:
        return "run_out"
    return row.state


def _add(session: Session, booking_id: str, wanted: Wanted, by: str, now: datetime) -> None:
    first, last = wanted.period.first, wanted.period.last
    take_room(session, wanted.expert_slug, Booked(first, last, wanted.hours, wanted.case_id), now)
    row = Booking(
        id=booking_id,
        case_id=wanted.case_id,
        ask_id=wanted.ask_id,
        expert_slug=wanted.expert_slug,
        first=first,
        last=last,
        hours=wanted.hours,
        form=wanted.form,
        state="held" if wanted.held_until else "confirmed",
        held_until=wanted.held_until,
        n_changes=0,
        created=now,
        changed=now,
        changed_by=by,
    )
    session.add(row)
    session.flush()
    _note(session, row, by, now)


def _cancel(session: Session, row: Booking, reason: str, by: str, now: datetime) -> None:
    row.state, row.held_until = "cancelled", None
    row.n_changes += 1
    row.changed, row.changed_by = now, by
    record_event(session, row.case_id, "case.cancelled", by, now, _tell(row, reason))
    note_change(session)


def list_run_out(session: Session, now: datetime) -> Sequence[Booking]:
    """Holds that have run out and of which nobody has been told, locked."""
    wanted = select(Booking).where(Booking.state == "held", Booking.held_until <= now, Booking.run_out_told.is_(None))
    return session.scalars(wanted.order_by(Booking.held_until, Booking.id).with_for_update(skip_locked=True)).all()


def _note(session: Session, row: Booking, by: str, now: datetime) -> None:
    """A case that has somebody booked is running."""
    record_event(session, row.case_id, "case.booked", by, now, _tell(row))
    note_change(session)
    case = session.get_one(Case, row.case_id)
    if row.state == "confirmed" and case.state in ("new", "waiting"):
        case.state = "running"


def _tell(row: Booking, reason: str = "") -> str:
    """What the history of the case has: whom, when, how much, and why it was called off."""
    until = f" ({row.held_until:%Y-%m-%d %H:%M} UTC)" if row.held_until else ""
    told = f"{row.expert_slug} {row.first}–{row.last}, {row.hours:g} h{until}"
    return f"{told}: {reason}" if reason else told


def _check(period: Period, hours: float, now: datetime) -> None:
    days = (period.last - period.first).days + 1
    if not 0 < hours <= MAX_HOURS:
        raise BookingRejected(f"a booking has hours above 0 and at most {MAX_HOURS:g}, not {hours:g}; write how many")
    if not 1 <= days <= MAX_DAYS:
        raise BookingRejected(f"a booking has 1 to {MAX_DAYS} days, not {period.first} to {period.last}; choose others")
    if period.last < now.date():
        raise BookingRejected(f"the last day, {period.last}, is gone; choose days to come")


def _lock_case(session: Session, case_id: str) -> None:
    """As `find_open_case` does, of a case that may have ended."""
    if session.get(Case, case_id, with_for_update=True, populate_existing=True) is None:
        raise UnknownCase("there is no such case, or it is not for you; ask who sent you here")
