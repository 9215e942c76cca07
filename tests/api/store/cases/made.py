"""Cases made for tests, and what is read of one afterwards."""

from typing import Any

from sqlalchemy import select

from api.store.cases.create_case import create_case
from api.store.cases.find_case import find_case
from api.store.cases.tables import Case, CaseEvent
from api.store.database import Database
from tests.api.store.cases.asked import make_asked
from tests.fakes.moments import NOON
from tests.store import make_account

ASKER = "a" * 32


def make_case(database: Database, **changes: Any) -> str:
    """The id of a new case; changes : of what is asked."""
    with database.session() as session:
        return create_case(session, make_asked(**changes), ASKER, NOON)


def make_advisor(database: Database, name: str = "r", county: str = "14") -> str:
    """The id of a new advisor, of the whole country where the county is empty."""
    kind = "county" if county else "all"
    return make_account(database, f"{name}@lst.example.se", "advisor", scope_kind=kind, scope_code=county)


def read_case(database: Database, case_id: str) -> Case:
    with database.reading() as session:
        return find_case(session, case_id)


def list_done(database: Database, case_id: str) -> list[str]:
    """What was done with the case."""
    with database.reading() as session:
        events = session.scalars(select(CaseEvent).where(CaseEvent.case_id == case_id))
        return sorted(event.what.removeprefix("case.") for event in events)
