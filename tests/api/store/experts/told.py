"""What an organisation has told of its expert's time, and cases that want some of it, for tests."""

from datetime import date
from typing import Any

from api.store.base import new_id
from api.store.cases.create_case import create_case
from api.store.cases.tables import Case
from api.store.experts.bookings import Wanted
from api.store.experts.tables import ExpertAbsence, ExpertCalendar
from api.store.session import Session
from kb.documents import Period
from tests.api.store.cases.asked import make_asked
from tests.fakes.moments import NOON

ADVISOR = "b" * 32
SLUG = "est-stod"
DECEMBER = Period(date(2026, 12, 1), date(2026, 12, 31))


def tell_calendar(session: Session, slug: str = SLUG, hours: int = 10, cases: int = 5, *away: Period) -> None:
    """The expert has so many hours a month, takes so many cases at a time, and is away."""
    session.add(
        ExpertCalendar(
            expert_slug=slug,
            hours_per_month=hours,
            parallel_cases=cases,
            confirmed=NOON.date(),
            confirmed_by="e" * 32,
            feed_address=None,
            feed_read=None,
            feed_fault=None,
            reminded=None,
            changed_times=0,
        )
    )
    for gone in away:
        session.add(ExpertAbsence(id=new_id(), expert_slug=slug, first=gone.first, last=gone.last, source="form"))
    session.flush()


def new_case(session: Session, **changes: Any) -> str:
    """The id of a case that nobody has taken yet."""
    return create_case(session, make_asked(**changes), "a" * 32, NOON)


def make_wanted(case_id: str, **changes: Any) -> Wanted:
    """Two hours in December, with some of it changed."""
    fields: dict[str, Any] = {"case_id": case_id, "expert_slug": SLUG, "period": DECEMBER, "hours": 2.0, **changes}
    return Wanted(**fields)


def state_of_case(session: Session, case_id: str) -> str:
    return session.get_one(Case, case_id).state
