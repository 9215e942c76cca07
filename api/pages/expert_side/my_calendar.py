"""The time that an expert has: by form, and by a calendar that is followed."""

from collections.abc import Sequence

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from api.access.current_account import database_of, now_of
from api.access.signed_in import SignedIn
from api.deps import ChosenLanguage, Today
from api.expert_side.calendar_form import TypedCalendar, read_calendar
from api.expert_side.feed.follow import read_own_feed
from api.expert_side.own_profile import slug_of
from api.languages import Language, load_strings
from api.pages.expert_side.addresses import CALENDAR
from api.pages.expert_side.own_page import Organisation, render_own_page
from api.pages.frame.fault import Fault, spell_faults
from api.pages.frame.form_fields import CheckedFields, read_typed
from api.store.experts.absences import MOST_ABSENCES, list_absences
from api.store.experts.calendars import (
    HIDDEN_AFTER,
    STALE_AFTER,
    confirm_calendar,
    find_calendar,
    save_calendar,
)
from api.store.experts.tables import ExpertCalendar
from kb.documents import Period

MORE_ROWS = 3
"""Empty ones, after those that are filled."""

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(CALENDAR)
def show_calendar(request: Request, account: Organisation, language: ChosenLanguage, today: Today) -> Response:
    return _render(request, account, language, today)


@router.post(CALENDAR)
def save(
    request: Request, account: Organisation, language: ChosenLanguage, today: Today, fields: CheckedFields
) -> Response:
    """What is typed, confirmed as of today; a calendar that is followed is read at once."""
    slug, typed = slug_of(account), _read_typed(fields)
    told, faults = read_calendar(typed)
    if told is None or len(told.away) > MOST_ABSENCES:
        keys = faults or {"first-0": "expert_side_fault_many"}
        spelled = spell_faults({field: Fault(key) for field, key in keys.items()}, load_strings(language))
        return _render(request, account, language, today, 422, typed=typed, faults=spelled)
    with database_of(request).session() as session:
        save_calendar(session, slug, told, account.id, now_of(request), today)
    if told.feed_address:
        read_own_feed(database_of(request), slug, today, now_of(request), request.app.state.fetch_feed)
    return RedirectResponse(f"{CALENDAR}?sparad=kalender#sparad", 303)


@router.post(f"{CALENDAR}/bekrafta")
def confirm(request: Request, account: Organisation, today: Today, fields: CheckedFields) -> Response:  # noqa: ARG001
    with database_of(request).session() as session:
        confirm_calendar(session, slug_of(account), account.id, now_of(request), today)
    return RedirectResponse(f"{CALENDAR}?sparad=bekraftad#sparad", 303)


@router.post(f"{CALENDAR}/las")
def read_again(request: Request, account: Organisation, today: Today, fields: CheckedFields) -> Response:  # noqa: ARG001
    read_own_feed(database_of(request), slug_of(account), today, now_of(request), request.app.state.fetch_feed)
    return RedirectResponse(f"{CALENDAR}#foljd", 303)


def _read_typed(fields: FormData) -> TypedCalendar:
    told = read_typed(fields, ("hours", "cases", "feed"))
    numbers = range(MOST_ABSENCES + MORE_ROWS)
    rows = [tuple(read_typed(fields, (f"first-{n}", f"last-{n}")).values()) for n in numbers if f"first-{n}" in fields]
    return TypedCalendar(told["hours"], told["cases"], [(first, last) for first, last in rows], told["feed"])


def _render(
    request: Request, account: SignedIn, language: Language, today: object, status: int = 200, **values: object
) -> Response:
    slug = slug_of(account)
    with database_of(request).reading() as session:
        calendar = find_calendar(session, slug)
        away, busy = list_absences(session, slug, "form"), list_absences(session, slug, "feed")
    own = {
        "calendar": calendar,
        "busy": busy,
        "typed": _fill(calendar, away),
        "more_rows": MORE_ROWS,
        "stale_from": calendar and calendar.confirmed + STALE_AFTER,
        "hidden_after": calendar and calendar.confirmed + HIDDEN_AFTER,
        "today": today,
        "max_absences": MOST_ABSENCES,
    }
    return render_own_page(request, CALENDAR, "calendar", account, language, status, **{**own, **values})


def _fill(calendar: ExpertCalendar | None, away: Sequence[Period]) -> TypedCalendar:
    """The form as it is filled in before anybody types."""
    rows = [(str(period.first), str(period.last)) for period in away]
    if calendar is None:
        return TypedCalendar("", "", rows, "")
    return TypedCalendar(str(calendar.hours_per_month), str(calendar.parallel_cases), rows, calendar.feed_address or "")
