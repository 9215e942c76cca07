"""Whether an expert has room for a booking, so that nobody else takes the room before the session ends."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from api.store.cases.tables import Case
from api.store.experts.booking_errors import FirstThere, NotFree
from api.store.experts.tables import Booking, ExpertAbsence, ExpertCalendar
from kb.booking.capacity import Capacity, find_refusal
from kb.documents import Booked, Period


def take_room(session: Session, expert_slug: str, wanted: Booked, now: datetime, instead_of: str = "") -> None:
    """Return if the expert has room for what is wanted; whoever books the same expert waits until the session ends.

    instead_of : id of the booking that it replaces. Where the organisation has told no calendar nothing is tested.

    Raises
    ------
    NotFree : it has not
    """
    calendar = session.get(ExpertCalendar, expert_slug, with_for_update=True, populate_existing=True)
    if calendar is None:
        return
    taken = [row for row in list_taken(session, expert_slug, now) if row.id != instead_of]
    refusal = find_refusal(_read_capacity(session, calendar), list(map(as_booked, taken)), wanted)
    if refusal:
        raise NotFree(expert_slug, refusal, _list_first(session, taken, refusal.cases))
    calendar.changed_times += 1


def find_capacity(session: Session, expert_slug: str) -> Capacity | None:
    """What the organisation has told, None where it has told nothing."""
    calendar = session.get(ExpertCalendar, expert_slug)
    return _read_capacity(session, calendar) if calendar else None


def list_taken(session: Session, expert_slug: str, now: datetime) -> Sequence[Booking]:
    """The bookings that take of the expert's time, the first made first."""
    wanted = select(Booking).where(Booking.expert_slug == expert_slug, takes_time(now))
    return session.scalars(wanted.order_by(Booking.created, Booking.id)).all()


def takes_time(now: datetime) -> ColumnElement[bool]:
    """Of a booking that is confirmed, or held and not run out."""
    return or_(Booking.state == "confirmed", and_(Booking.state == "held", Booking.held_until > now))


def as_booked(row: Booking) -> Booked:
    return Booked(row.first, row.last, row.hours, row.case_id)


def _read_capacity(session: Session, calendar: ExpertCalendar) -> Capacity:
    found = session.scalars(select(ExpertAbsence).where(ExpertAbsence.expert_slug == calendar.expert_slug))
    away = sorted((Period(row.first, row.last) for row in found), key=lambda period: (period.first, period.last))
    return Capacity(calendar.hours_per_month, calendar.parallel_cases, tuple(away))


def _list_first(session: Session, taken: Iterable[Booking], case_ids: Sequence[str]) -> list[FirstThere]:
    """Each case once, by its first booking."""
    made: dict[str, datetime] = {}
    for row in taken:
        if row.case_id in case_ids:
            made.setdefault(row.case_id, row.created)
    return [FirstThere(session.get_one(Case, case_id).code, at) for case_id, at in made.items()]
