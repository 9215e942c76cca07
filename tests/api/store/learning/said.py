"""Something said of an answer, for tests."""

from datetime import datetime
from typing import Any

from api.store.database import Database
from api.store.learning.feedback import Said, save_feedback
from tests.fakes.moments import NOON


def make_said(**changed: Any) -> Said:
    """That a hit was right, unless something else is given."""
    fields: dict[str, Any] = {"about": "hit", "slug": "sspf", "is_right": True, "asked": "unga i riskzonen", **changed}
    return Said(**fields)


def keep_said(database: Database, now: datetime = NOON, **changed: Any) -> str:
    """The id of what is said, kept."""
    with database.session() as session:
        return save_feedback(session, make_said(**changed), now)
