"""An expert proposed for a case by an allocation: for the advisor to ask."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.cases.events import record_event
from api.store.cases.tables import CaseAsk, CaseEvent


def propose(session: Session, case_id: str, expert_slug: str, by: str, now: datetime) -> None:
    """Keep the expert as proposed in the case, in its history; nobody is asked by it."""
    record_event(session, case_id, "case.allocated", by, now, note=expert_slug)


def list_proposed(session: Session, case_ids: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """case -> slugs of those that its last allocation proposed and that have not been asked since."""
    events = select(CaseEvent).where(CaseEvent.what == "case.allocated", CaseEvent.case_id.in_(case_ids))
    asks = select(CaseAsk.case_id, CaseAsk.expert_slug, CaseAsk.asked).where(CaseAsk.case_id.in_(case_ids))
    asked = {(case_id, slug): at for case_id, slug, at in session.execute(asks.order_by(CaseAsk.asked))}
    proposed: dict[str, dict[str, datetime]] = {}
    for event in session.scalars(events.order_by(CaseEvent.at, CaseEvent.id)):
        own = proposed.setdefault(event.case_id, {})
        if any(at < event.at for at in own.values()):  # of an allocation before
            own.clear()
        own[event.note or ""] = event.at
    return {
        case_id: slugs
        for case_id, own in proposed.items()
        if (slugs := tuple(slug for slug, at in own.items() if asked.get((case_id, slug), at) <= at))
    }
