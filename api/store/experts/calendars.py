"""What an organisation says of its expert's time: hours a month, cases at a time, and the calendar that it follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from api.store.audit import record
from api.store.base import ID_BYTES
from api.store.experts.absences import replace_absences
from api.store.experts.changes import note_change
from api.store.experts.errors import CalendarRejected, NoCalendar
from api.store.experts.tables import ExpertCalendar
from kb.documents import Period

MOST_HOURS = 400
MOST_CASES = 50
"""As the content has them."""
STALE_AFTER = timedelta(days=60)
"""From here on who answers for the calendar is asked to confirm it."""
HIDDEN_AFTER = timedelta(days=90)
"""From here on nobody goes by it: its time is unknown again."""


@dataclass(frozen=True, slots=True)
class ToldCalendar:
    """What is said by form. away : days of absence; feed_address : of a calendar to follow, empty for none"""

    hours_per_month: int
    parallel_cases: int
    away: Sequence[Period]
    feed_address: str = ""


def save_calendar(session: Session, slug: str, told: ToldCalendar, by: str, now: datetime, today: date) -> None:
    """Keep what is said, confirmed today. What a calendar that is followed no more has said is forgotten.

    Raises
    ------
    CalendarRejected : hours, cases or days outside what there is
    """
    check_calendar(told)
    row = _find_for_update(session, slug) or _add(session, slug, told, by, today)
    if (row.feed_address or "") != told.feed_address:
        row.feed_address = told.feed_address or None
        row.feed_read = row.feed_fault = None
        replace_absences(session, slug, "feed", ())
    row.hours_per_month, row.parallel_cases = told.hours_per_month, told.parallel_cases
    replace_absences(session, slug, "form", told.away)
    _confirm(session, row, by, now, today)


def confirm_calendar(session: Session, slug: str, by: str, now: datetime, today: date) -> None:
    """Keep that it is still right, as of today.

    Raises
    ------
    NoCalendar : nothing has been said yet
    """
    _confirm(session, get_calendar(session, slug), by, now, today)


def check_calendar(told: ToldCalendar) -> None:
    """Return if it can be kept; raises CalendarRejected as `save_calendar` does."""
    if not 1 <= told.hours_per_month <= MOST_HOURS:
        raise CalendarRejected(f"{told.hours_per_month} hours a month; give 1 to {MOST_HOURS}")
    if not 1 <= told.parallel_cases <= MOST_CASES:
        raise CalendarRejected(f"{told.parallel_cases} cases at a time; give 1 to {MOST_CASES}")


def find_calendar(session: Session, slug: str) -> ExpertCalendar | None:
    """What is said of the expert's time, None where nothing has been."""
    return session.get(ExpertCalendar, slug)


def get_calendar(session: Session, slug: str) -> ExpertCalendar:
    """The same, for what needs it; on PostgreSQL nobody else writes it before the session ends.

    Raises
    ------
    NoCalendar : nothing has been said yet
    """
    row = _find_for_update(session, slug)
    if row is None:
        raise NoCalendar("nothing has been said of the expert's time; save hours a month and cases at a time first")
    return row


def list_followed(session: Session) -> dict[str, str]:
    """Slug -> the address of the calendar that it follows."""
    rows = session.scalars(select(ExpertCalendar).where(ExpertCalendar.feed_address.is_not(None)))
    return {row.expert_slug: row.feed_address for row in rows if row.feed_address}


def keep_feed(session: Session, slug: str, address: str, busy: Sequence[Period], now: datetime) -> None:
    """Keep the days that the calendar at the address has as busy; let be, where it is followed no more."""
    row = _find_for_update(session, slug)
    if row is None or row.feed_address != address:
        return
    row.feed_read, row.feed_fault = now, None
    replace_absences(session, slug, "feed", busy)
    note_change(session)


def keep_feed_fault(session: Session, slug: str, address: str, key: str) -> None:
    """Keep why the calendar was not read; what it said last stands."""
    row = _find_for_update(session, slug)
    if row is not None and row.feed_address == address:
        row.feed_fault = key


def list_stale(session: Session, today: date) -> dict[str, date]:
    """Slug -> when its calendar was last confirmed, of those that are stale and that nobody is reminded of yet."""
    rows = session.scalars(
        select(ExpertCalendar)
        .where(ExpertCalendar.confirmed <= today - STALE_AFTER, ExpertCalendar.reminded.is_(None))
        .order_by(ExpertCalendar.expert_slug)
    )
    return {row.expert_slug: row.confirmed for row in rows}


def claim_reminder(session: Session, slug: str, now: datetime) -> bool:
    """Whether the reminder is for this process to send: of two that ask at once one may."""
    wanted = update(ExpertCalendar).where(ExpertCalendar.expert_slug == slug, ExpertCalendar.reminded.is_(None))
    return session.scalar(wanted.values(reminded=now).returning(ExpertCalendar.expert_slug)) is not None


def take_back_reminder(session: Session, slug: str) -> None:
    """Let it be sent another day, since it could not be."""
    session.execute(update(ExpertCalendar).where(ExpertCalendar.expert_slug == slug).values(reminded=None))


def slug_as_thing(slug: str) -> str:
    """What the audit log calls an expert: as much of the slug as an id has room for."""
    return slug[: 2 * ID_BYTES]


def _find_for_update(session: Session, slug: str) -> ExpertCalendar | None:
    return session.get(ExpertCalendar, slug, with_for_update=True, populate_existing=True)


def _add(session: Session, slug: str, told: ToldCalendar, by: str, today: date) -> ExpertCalendar:
    """A new one; that of somebody who began it at the same moment, where there is one."""
    row = ExpertCalendar(
        expert_slug=slug,
        hours_per_month=told.hours_per_month,
        parallel_cases=told.parallel_cases,
        confirmed=today,
        confirmed_by=by,
        changed_times=0,
    )
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        return get_calendar(session, slug)
    return row


def _confirm(session: Session, row: ExpertCalendar, by: str, now: datetime, today: date) -> None:
    row.confirmed, row.confirmed_by, row.reminded = today, by, None
    record(session, now, by, "expert.calendar_confirmed", slug_as_thing(row.expert_slug))
    note_change(session)
