"""What an account has asked experts, and the bookings that it wrote last, as JSON has it."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.cases.tables import CaseAsk
from api.store.experts.tables import Booking


def collect_own_bookings(session: Session, account_id: str) -> dict[str, list[dict[str, Any]]]:
    """By kind. What an organisation answered is its own, and not told here."""
    return {"asks": _list_asks(session, account_id), "bookings": _list_bookings(session, account_id)}


def _list_asks(session: Session, account_id: str) -> list[dict[str, Any]]:
    found = session.scalars(select(CaseAsk).where(CaseAsk.asked_by == account_id).order_by(CaseAsk.asked))
    return [
        {
            "case": one.case_id,
            "expert": one.expert_slug,
            "from": one.first.isoformat(),
            "to": one.last.isoformat(),
            "hours": one.hours,
            "asked": one.asked.isoformat(),
            "state": one.state,
        }
        for one in found
    ]


def _list_bookings(session: Session, account_id: str) -> list[dict[str, Any]]:
    found = session.scalars(select(Booking).where(Booking.changed_by == account_id).order_by(Booking.created))
    return [
        {
            "case": one.case_id,
            "expert": one.expert_slug,
            "from": one.first.isoformat(),
            "to": one.last.isoformat(),
            "hours": one.hours,
            "state": one.state,
            "changed": one.changed.isoformat(),
        }
        for one in found
    ]
