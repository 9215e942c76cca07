"""What each municipality has asked for and had, on both databases."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import update

from api.store.cases.create_case import AskedProblem
from api.store.cases.tables import Case, CaseState
from api.store.database import Database
from api.store.national.support import count_support
from kb.national.priority.support import Support
from tests.api.store.cases.advised import DAY, give_advice
from tests.api.store.cases.made import make_case
from tests.fakes.moments import NOON

SINCE = DAY - timedelta(days=30)


def make(database: Database, state: CaseState = "new", **changed: Any) -> str:
    """A case of Borås, in that state."""
    case_id = make_case(database, **changed)
    with database.session() as session:
        session.execute(update(Case).where(Case.id == case_id).values(state=state))
    return case_id


def count(database: Database, since: date = SINCE, county: str = "") -> dict[str, Support]:
    with database.reading() as session:
        return dict(count_support(session, since, county))


def test_open_and_ended_cases_are_counted_and_merged_ones_not(database: Database) -> None:
    problems = (AskedProblem("klotter", "Väggen."), AskedProblem("narkotika", "Torget."))
    for state in ("new", "waiting", "running", "done", "declined", "merged"):
        make(database, state, problems=problems)
    make(database, municipality_code="0180", problems=problems[:1])
    assert count(database) == {
        "1490": Support(3, 2, 0.0, frozenset({"klotter", "narkotika"})),
        "0180": Support(1, 0, 0.0, frozenset({"klotter"})),
    }
    assert set(count(database, county="01")) == {"0180"}


def test_hours_are_of_advice_given_since_the_day_whenever_the_case_was_sent(database: Database) -> None:
    case_id = make(database)
    with database.session() as session:
        give_advice(session, case_id, hours=1.5, day=SINCE)
        give_advice(session, case_id, hours=2.0)
        give_advice(session, case_id, hours=40.0, day=SINCE - timedelta(days=1))
        session.execute(update(Case).values(created=NOON - timedelta(days=400)))
    assert count(database) == {"1490": Support(0, 0, 3.5)}


def test_nothing_is_counted_where_there_is_nothing(database: Database) -> None:
    assert count(database) == {}
