"""What is told of experts besides their profiles: the time that they have, and which are not to be shown."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.experts.absences import list_absences
from api.store.experts.bookings import list_booked
from api.store.experts.calendars import HIDDEN_AFTER, find_calendar
from api.store.experts.consents import list_withdrawn
from api.store.experts.tables import ExpertCalendar
from kb.documents import ToldAvailability
from kb.search.told_experts import ToldOfExperts


def told_availability(session: Session, slug: str, today: date) -> ToldAvailability | None:
    """What the organisation has said of the expert's time; None where it has not, or too long ago to go by."""
    calendar = find_calendar(session, slug)
    if calendar is None or today - calendar.confirmed > HIDDEN_AFTER:
        return None
    away = tuple(list_absences(session, slug))
    return ToldAvailability(calendar.confirmed, calendar.hours_per_month, calendar.parallel_cases, away)


def read_told(session: Session, today: date, now: datetime) -> ToldOfExperts:
    """All that is to be laid over the profiles of a snapshot on that day; now : for what is only held of their time."""
    told = session.scalars(select(ExpertCalendar.expert_slug).order_by(ExpertCalendar.expert_slug)).all()
    return ToldOfExperts(
        withdrawn=frozenset(list_withdrawn(session)),
        availability={slug: told_availability(session, slug, today) for slug in told},
        booked=list_booked(session, now),
    )
