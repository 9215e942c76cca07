"""Hours booked, changed and cancelled by an advisor, with the invitations that go with it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from fastapi import BackgroundTasks, Request

from api.asks.invitations import call_off, invite
from api.asks.names import names_of
from api.cases.opened import writing_case
from api.store.cases.find_case import find_open_case, list_asked
from api.store.cases.tables import Case
from api.store.experts.booking_errors import BookingRejected
from api.store.experts.bookings import (
    HOLD_LASTS,
    Wanted,
    book,
    cancel_booking,
    confirm_booking,
    find_booking,
    list_bookings,
    move_booking,
)
from api.store.experts.tables import Booking
from api.store.session import Session
from kb.documents import Period


@dataclass(frozen=True, slots=True)
class Hours:
    """What is booked. state : held for two days, or confirmed at once"""

    expert_slug: str
    period: Period
    hours: float
    state: Literal["held", "confirmed"] = "confirmed"


def book_hours(request: Request, case_id: str, wanted: Hours, once: str, tasks: BackgroundTasks) -> Booking:
    """The booking; the same request sent again books nothing more and invites nobody twice.

    Raises
    ------
    BookingRejected, NotFree, CaseClosed : as `book`
    """
    with writing_case(request, case_id, "advise") as (session, case, asker):
        _check_known(request, session, case, wanted.expert_slug)
        find_open_case(session, case.id)  # nobody else books in the case from here on
        known = {row.id for row in list_bookings(session, case.id)}
        row = book(session, _want(case, wanted, asker.now), asker.id, asker.now, once)
        if row.state == "confirmed" and row.id not in known:
            invite(request, session, row, tasks)
    return row


def move(
    request: Request, case_id: str, booking_id: str, period: Period, hours: float, tasks: BackgroundTasks
) -> Booking:
    """The booking with other days or hours; those who were invited are told; raises as `move_booking`."""
    with writing_case(request, case_id, "advise") as (session, case, asker):
        before = find_booking(session, case.id, booking_id).n_changes
        row = move_booking(session, case.id, booking_id, period, hours, asker.id, asker.now)
        if row.state == "confirmed" and row.n_changes > before:
            invite(request, session, row, tasks)
    return row


def confirm(request: Request, case_id: str, booking_id: str, tasks: BackgroundTasks) -> Booking:
    """The booking, confirmed, and both invited; raises as `confirm_booking`."""
    with writing_case(request, case_id, "advise") as (session, case, asker):
        was_confirmed = find_booking(session, case.id, booking_id).state == "confirmed"
        row = confirm_booking(session, case.id, booking_id, asker.id, asker.now)
        if not was_confirmed:
            invite(request, session, row, tasks)
    return row


def cancel(request: Request, case_id: str, booking_id: str, reason: str, tasks: BackgroundTasks) -> Booking:
    """The booking, cancelled; an invitation that was sent is taken back; raises as `cancel_booking`."""
    with writing_case(request, case_id, "advise") as (session, case, asker):
        was_confirmed = find_booking(session, case.id, booking_id).state == "confirmed"
        row = cancel_booking(session, case.id, booking_id, reason, asker.id, asker.now)
        if was_confirmed:
            call_off(request, session, row, tasks)
    return row


def _want(case: Case, wanted: Hours, now: datetime) -> Wanted:
    return Wanted(
        case_id=case.id,
        expert_slug=wanted.expert_slug,
        period=wanted.period,
        hours=wanted.hours,
        form=case.form,
        held_until=now + HOLD_LASTS if wanted.state == "held" else None,
    )


def _check_known(request: Request, session: Session, case: Case, slug: str) -> None:
    """Somebody who was asked in the case is known also while no index is served."""
    searcher = names_of(request).searcher
    if slug not in list_asked(session, case.id) and not (searcher and slug in searcher.snapshot.experts):
        raise BookingRejected(f"there is no expert {slug!r}; name one by the slug of its page")
