"""Hours booked for a case: by hand, confirmed, moved, called off."""

from fastapi import APIRouter, BackgroundTasks, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.asks.booking import Hours, book_hours, cancel, confirm, move
from api.deps import ChosenLanguage
from api.languages import Language, load_strings
from api.pages.cases.addresses import case_address
from api.pages.cases.experts_page import PAGE
from api.pages.cases.render_experts import EXPERTS, Shown, render_experts
from api.pages.cases.spell_refusal import spell_refusal
from api.pages.cases.typed_hours import read_typed_hours
from api.pages.frame.fault import Fault
from api.pages.frame.form_fields import CheckedFields, read_typed
from api.store.experts.booking_errors import BookingOver, BookingRejected, NotFree
from kb.errors import KbError

NAMES = ("expert", "first", "last", "hours", "once", "state")
REFUSED = (NotFree, BookingRejected, BookingOver)

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.post(f"{PAGE}/boka")
def book(
    request: Request, case_id: str, language: ChosenLanguage, fields: CheckedFields, tasks: BackgroundTasks
) -> Response:
    typed = read_typed(fields, NAMES)
    hours, faults = read_typed_hours(typed)
    if not typed["expert"]:
        faults["expert"] = Fault("booking_fault_nobody")
    if faults or hours is None:
        return render_experts(request, case_id, language, Shown(form="book", typed=typed, faults=faults, status=422))
    wanted = Hours(typed["expert"], hours.period, hours.hours, "held" if typed["state"] == "held" else "confirmed")
    try:
        book_hours(request, case_id, wanted, typed["once"], tasks)
    except REFUSED as error:
        return _show_refused(request, case_id, language, error, Shown(form="book", typed=typed))
    return _back(case_id)


@router.post(f"{PAGE}/bekrafta")
def confirm_held(
    request: Request, case_id: str, language: ChosenLanguage, fields: CheckedFields, tasks: BackgroundTasks
) -> Response:
    booking_id = read_typed(fields, ("booking",))["booking"]
    try:
        confirm(request, case_id, booking_id, tasks)
    except REFUSED as error:
        return _show_refused(request, case_id, language, error, Shown(form=f"booking-{booking_id}"))
    return _back(case_id)


@router.post(f"{PAGE}/flytta")
def move_hours(
    request: Request, case_id: str, language: ChosenLanguage, fields: CheckedFields, tasks: BackgroundTasks
) -> Response:
    typed = read_typed(fields, ("booking", "first", "last", "hours"))
    form = f"booking-{typed['booking']}"
    hours, faults = read_typed_hours(typed)
    if hours is None:
        return render_experts(request, case_id, language, Shown(form=form, typed=typed, faults=faults, status=422))
    try:
        move(request, case_id, typed["booking"], hours.period, hours.hours, tasks)
    except REFUSED as error:
        return _show_refused(request, case_id, language, error, Shown(form=form, typed=typed))
    return _back(case_id)


@router.post(f"{PAGE}/avboka")
def call_off(request: Request, case_id: str, fields: CheckedFields, tasks: BackgroundTasks) -> Response:
    typed = read_typed(fields, ("booking", "reason"))
    cancel(request, case_id, typed["booking"], typed["reason"].strip(), tasks)
    return _back(case_id)


def _show_refused(request: Request, case_id: str, language: Language, error: KbError, sent: Shown) -> Response:
    """The page with what was typed, and why it cannot be so."""
    words = spell_refusal(error, load_strings(language))
    shown = Shown(form=sent.form, typed=sent.typed, refusals={"hours": words}, status=409)
    return render_experts(request, case_id, language, shown)


def _back(case_id: str) -> Response:
    return RedirectResponse(f"{case_address(case_id, EXPERTS)}#bokat", 303)
