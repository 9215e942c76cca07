"""The time that an expert has: told, confirmed, and read from a calendar that is followed."""

from datetime import date

from fastapi import APIRouter, Request

from api.access.current_account import database_of, now_of
from api.access.signed_in import SignedIn
from api.deps import Today
from api.expert_side.feed.addresses import tidy_address
from api.expert_side.feed.follow import read_own_feed
from api.expert_side.own_profile import slug_of
from api.routes.answers import EXPERT_SIDE_ANSWERS
from api.routes.expert_side.asked import CHECKED, TAG, Organisation
from api.schemas.expert_side.calendar import CalendarIn, CalendarOut
from api.schemas.period import period_out
from api.store.experts.absences import list_absences
from api.store.experts.calendars import (
    HIDDEN_AFTER,
    ToldCalendar,
    confirm_calendar,
    find_calendar,
    save_calendar,
)
from kb.documents import Period

router = APIRouter(prefix="/v1/my-calendar", tags=[TAG], responses=EXPERT_SIDE_ANSWERS)


@router.get("", summary="Den egna kalendern")
def show_my_calendar(request: Request, account: Organisation, today: Today) -> CalendarOut:
    return _show(request, account, today)


@router.put("", summary="Berätta vilken tid ni har", dependencies=CHECKED)
def tell_time(request: Request, account: Organisation, today: Today, body: CalendarIn) -> CalendarOut:
    """Bekräftar på samma gång. En kalender som prenumereras på läses direkt; går det inte säger `feed_fault` varför."""
    slug, address = slug_of(account), tidy_address(body.feed_address) if body.feed_address else ""
    away = [Period(absence.first, absence.last) for absence in body.absences]
    told = ToldCalendar(body.hours_per_month, body.parallel_cases, away, address)
    with database_of(request).session() as session:
        save_calendar(session, slug, told, account.id, now_of(request), today)
    if address:
        read_own_feed(database_of(request), slug, today, now_of(request), request.app.state.fetch_feed)
    return _show(request, account, today)


@router.post("/confirmation", summary="Bekräfta att kalendern stämmer", dependencies=CHECKED)
def confirm(request: Request, account: Organisation, today: Today) -> CalendarOut:
    with database_of(request).session() as session:
        confirm_calendar(session, slug_of(account), account.id, now_of(request), today)
    return _show(request, account, today)


@router.post("/feed-reading", summary="Läs kalendern som prenumereras på", dependencies=CHECKED)
def read_feed_now(request: Request, account: Organisation, today: Today) -> CalendarOut:
    """Den läses annars varje dag."""
    read_own_feed(database_of(request), slug_of(account), today, now_of(request), request.app.state.fetch_feed)
    return _show(request, account, today)


def _show(request: Request, account: SignedIn, today: date) -> CalendarOut:
    slug = slug_of(account)
    with database_of(request).reading() as session:
        row = find_calendar(session, slug)
        away, busy = list_absences(session, slug, "form"), list_absences(session, slug, "feed")
    if row is None:
        return CalendarOut(slug=slug)
    return CalendarOut(
        slug=slug,
        confirmed=row.confirmed,
        is_hidden=today - row.confirmed > HIDDEN_AFTER,
        hours_per_month=row.hours_per_month,
        parallel_cases=row.parallel_cases,
        absences=[period_out(period) for period in away],
        feed_address=row.feed_address,
        feed_read=row.feed_read,
        feed_fault=row.feed_fault,
        busy=[period_out(period) for period in busy],
    )
