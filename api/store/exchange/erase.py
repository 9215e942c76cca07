"""Accounts of practice that were never published, or are no longer, erased for their age."""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from api.store.exchange.tables import Practice

PRACTICE_KEPT = timedelta(days=730)
"""24 months from when it was last written, sent or decided on; a published one stays until it is withdrawn."""


def erase_old_practice(session: Session, now: datetime) -> int:
    """How many were erased; of each the log has that it was there."""
    old = delete(Practice).where(Practice.state != "published", Practice.changed < now - PRACTICE_KEPT)
    return len(session.execute(old.returning(Practice.id)).all())
