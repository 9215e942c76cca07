"""A help request for tests."""

from datetime import date
from typing import Any

from api.store.cases.create_case import Asked, AskedProblem
from kb.documents import Period

TOWN = "1490"
ASKED: dict[str, Any] = {
    "municipality_code": TOWN,
    "title": "Barn som rekryteras",
    "wish": "Vi behöver någon som har startat SSPF.",
    "problems": (AskedProblem("nyrekrytering", "Pojkar på tolv år bär väskor åt äldre."),),
    "period": Period(date(2026, 12, 1), date(2027, 2, 28)),
}


def make_asked(**changes: Any) -> Asked:
    """What is asked, with some of it changed."""
    return Asked(**{**ASKED, **changes})
