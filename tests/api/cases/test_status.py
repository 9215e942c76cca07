"""Where a case stands, for who asks."""

from datetime import date

import pytest

from api.cases.status import CaseStatus, StatusKey, tell_status
from api.store.cases.tables import Case, CaseState

DUE = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("state", "advisor_id", "today", "key", "due"),
    [
        ("new", None, DUE, "new", DUE),
        ("new", None, date(2026, 11, 30), "late", DUE),
        ("waiting", None, DUE, "waiting", DUE),
        ("waiting", "r", DUE, "waiting_taken", DUE),
        ("running", "r", date(2027, 1, 1), "running", None),
        ("done", "r", DUE, "done", None),
        ("declined", "r", DUE, "declined", None),
        ("merged", None, DUE, "merged", None),
    ],
)
def test_each_state_is_told(
    state: CaseState, advisor_id: str | None, today: date, key: StatusKey, due: date | None
) -> None:
    assert tell_status(Case(state=state, advisor_id=advisor_id, answer_by=DUE), today) == CaseStatus(key, due)
