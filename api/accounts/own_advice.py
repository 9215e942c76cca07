"""The advice that an account has written down in cases, as JSON has it."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.cases.tables import Advice


def list_own_advice(session: Session, account_id: str) -> list[dict[str, Any]]:
    """What the account wrote down, by day."""
    found = session.scalars(select(Advice).where(Advice.by == account_id).order_by(Advice.day, Advice.id))
    return [
        {
            "case": one.case_id,
            "day": one.day.isoformat(),
            "hours": one.hours,
            "form": one.form,
            "giver": one.giver,
            "area": one.area,
            "offered": one.offered,
            "received": one.received,
            "expected": one.expected,
            "achieved": one.achieved,
            "next_step": one.next_step,
            "at": one.at.isoformat(),
        }
        for one in found
    ]
