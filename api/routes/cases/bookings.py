"""Bookings of a case: everybody in it sees them, advisors make, change and cancel them."""

from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, Path, Request

from api.access.current_account import now_of
from api.asks.booking import Hours, book_hours, cancel, confirm, move
from api.cases.opened import reading_case
from api.routes.answers import ASK_ANSWERS
from api.routes.cases.asks import TAG, CaseId
from api.routes.saved.asked import CHECKED, Once
from api.schemas.cases.bookings import BookingChangeIn, BookingIn, BookingOut, booking_out
from api.store.experts.bookings import find_booking, list_bookings
from kb.documents import Period

BookingId = Annotated[str, Path(examples=["5c1f7e2a9b3d4c6e8f0a1b2c3d4e5f60"])]
BOOKINGS = "/{case_id}/bookings"
BOOKING = f"{BOOKINGS}/{{booking_id}}"

router = APIRouter(prefix="/v1/cases", tags=[TAG], responses=ASK_ANSWERS)


@router.get(BOOKINGS, summary="Ärendets bokningar")
def show_bookings(request: Request, case_id: CaseId) -> list[BookingOut]:
    """Den första först."""
    with reading_case(request, case_id) as (session, case, asker):
        return [booking_out(row, asker.now) for row in list_bookings(session, case.id)]


@router.post(BOOKINGS, summary="Boka en expert", status_code=201, dependencies=CHECKED)
def book(request: Request, case_id: CaseId, body: BookingIn, tasks: BackgroundTasks, once: Once = "") -> BookingOut:
    """Tiden tas av expertens kalender; finns den inte sägs vem som var först. Samma `Idempotency-Key` bokar en gång."""
    wanted = Hours(body.expert, Period(body.first, body.last), body.hours, body.state)
    return booking_out(book_hours(request, case_id, wanted, once, tasks), now_of(request))


@router.patch(BOOKING, summary="Bekräfta, flytta eller avboka", dependencies=CHECKED)
def change(
    request: Request, case_id: CaseId, booking_id: BookingId, body: BookingChangeIn, tasks: BackgroundTasks
) -> BookingOut:
    """Den som var inbjuden får veta det i sin kalender."""
    if body.state == "cancelled":
        return booking_out(cancel(request, case_id, booking_id, body.reason, tasks), now_of(request))
    with reading_case(request, case_id, "advise") as (session, case, _):
        row = find_booking(session, case.id, booking_id)
    if body.first or body.last or body.hours:
        period = Period(body.first or row.first, body.last or row.last)
        row = move(request, case_id, booking_id, period, body.hours or row.hours, tasks)
    if body.state == "confirmed":
        row = confirm(request, case_id, booking_id, tasks)
    return booking_out(row, now_of(request))


@router.delete(BOOKING, summary="Avboka", dependencies=CHECKED)
def cancel_booking(request: Request, case_id: CaseId, booking_id: BookingId, tasks: BackgroundTasks) -> BookingOut:
    """Bokningen, som inte tar någon tid mer. Ett skäl skickas med `PATCH`."""
    return booking_out(cancel(request, case_id, booking_id, "", tasks), now_of(request))
