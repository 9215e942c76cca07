"""A database filled with made-up work."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from api.demonstration.chance import MARK
from api.demonstration.fill import Filled, Wanted, fill
from api.demonstration.people import DOMAIN
from api.demonstration.plan_draft import MADE_UP
from api.demonstration.real_work import RealWork
from api.store.accounts import Account
from api.store.cases.asks import find_token
from api.store.cases.create_case import create_case
from api.store.cases.tables import Advice, AdviceFollowUp, Case, CaseAsk, CaseProblem
from api.store.database import Database
from api.store.experts.tables import Booking
from api.store.places import Places
from api.store.plans.open import open_plan
from api.store.plans.tables import SavedPlan
from api.store.tables import TABLES
from kb.booking.capacity import capacity_of, find_refusal
from kb.documents import Booked
from kb.errors import DemonstrationRefused
from kb.snapshot.open_snapshot import open_current
from kb.snapshot.snapshot import Snapshot
from tests.api.store.cases.asked import make_asked
from tests.fakes.moments import NOON
from tests.store import make_account

UNTIL = date(2026, 11, 22)
WANTED = Wanted(seed=7, until=UNTIL, n_cases=120, n_plans=40)


@pytest.fixture(scope="module")
def snapshot(demo_snapshots: Path) -> Snapshot:
    return open_current(demo_snapshots)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, snapshot: Snapshot) -> Iterator[Database]:
    """A filled database; not to be changed."""
    database = Database(Places(tmp_path_factory.mktemp("filled")))
    database.open()
    fill(database, snapshot, WANTED)
    yield database
    database.close()


def read_rows(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Table -> its rows as they are when opened, in order; prints, which depend on the key, left out."""
    found = {}
    with database.reading() as session:
        for table in TABLES:
            columns = [column for column in table.__table__.columns if not column.name.endswith(("_print", "_hash"))]
            if columns:
                found[table.__tablename__] = sorted((tuple(row) for row in session.execute(select(*columns))), key=repr)
    return found


def test_the_same_seed_and_day_make_the_same_rows_on_both_databases(
    database: Database, filled: Database, snapshot: Snapshot
) -> None:
    told = fill(database, snapshot, WANTED)
    first = read_rows(filled)
    assert read_rows(database) == first
    assert told == Filled(len(first["accounts"]), 40, 120, len(first["case_advice"]))
    assert fill(database, snapshot, WANTED) == told
    assert read_rows(database) == first


def test_another_seed_makes_others(tmp_path: Path, filled: Database, snapshot: Snapshot) -> None:
    database = Database(Places(tmp_path))
    fill(database, snapshot, Wanted(seed=8, until=UNTIL, n_cases=120, n_plans=40))
    database_rows, first = read_rows(database), read_rows(filled)
    database.close()
    assert database_rows["cases"] != first["cases"]
    assert len(database_rows["cases"]) == len(first["cases"])


def test_every_county_asks_and_listed_municipalities_ask_more(filled: Database, snapshot: Snapshot) -> None:
    with filled.reading() as session:
        towns = session.scalars(select(Case.municipality_code)).all()
    assert {town[:2] for town in towns} == {town.county_code for town in snapshot.registers.municipalities}
    listed = {area.municipality_code for area in snapshot.registers.police_areas if area.list_year == 2025}
    share = sum(town in listed for town in towns) / len(towns)
    assert share > 3 * len(listed) / len(snapshot.registers.municipalities)


def test_every_state_and_stage_is_there_and_nothing_after_the_last_day(filled: Database) -> None:
    with filled.reading() as session:
        cases = session.scalars(select(Case)).all()
        n_problems = (
            session.execute(select(func.count(CaseProblem.number)).group_by(CaseProblem.case_id)).scalars().all()
        )
        follow_ups = session.scalars(select(AdviceFollowUp)).all()
        advice = session.scalars(select(Advice)).all()
        asks = session.scalars(select(CaseAsk)).all()
    assert {case.state for case in cases} >= {"new", "waiting", "running", "done", "declined"}
    assert {"", "01"} <= {case.desk for case in cases}
    assert set(n_problems) == {1, 2, 3}
    assert {row.answered is None for row in follow_ups if row.due <= UNTIL} == {True, False}
    assert {row.state for row in asks} >= {"waiting", "yes", "no"}
    moments = [case.changed for case in cases] + [row.at for row in advice]
    assert max(moments).date() <= UNTIL
    assert min(case.created for case in cases).date() >= date(2024, 11, 22)


def test_all_is_told_as_made_up_and_reaches_nobody(filled: Database) -> None:
    with filled.reading() as session:
        titles = [*session.scalars(select(Case.title)), *session.scalars(select(SavedPlan.title))]
        addresses = session.scalars(select(Account.email)).all()
        slugs = session.scalars(select(Booking.expert_slug)).all()
        ids = [*session.scalars(select(Case.id)), *session.scalars(select(Account.id))]
    assert all(MADE_UP in title for title in titles)
    assert all(address.endswith(f"@{DOMAIN}") for address in addresses)
    assert slugs and all(slug.startswith("demo-") for slug in slugs)
    assert all(one.startswith(MARK) for one in ids)


def test_nobody_is_booked_for_more_than_the_time_that_it_has(filled: Database, snapshot: Snapshot) -> None:
    with filled.reading() as session:
        bookings = session.scalars(select(Booking).where(Booking.state != "cancelled").order_by(Booking.created)).all()
    for booking in bookings:
        told = snapshot.experts[booking.expert_slug].availability
        others = [one for one in bookings if one.expert_slug == booking.expert_slug and one.id != booking.id]
        taken = [Booked(one.first, one.last, one.hours, one.case_id) for one in others]
        wanted = Booked(booking.first, booking.last, booking.hours, booking.case_id)
        assert told is None or find_refusal(capacity_of(told), taken, wanted) is None


def test_plans_open_and_questions_that_wait_have_their_links(filled: Database) -> None:
    with filled.reading() as session:
        plans = [open_plan(session, plan_id) for plan_id in session.scalars(select(SavedPlan.id))]
        waiting = session.scalars(select(CaseAsk).where(CaseAsk.state == "waiting")).all()
        assert waiting and all(find_token(session, ask) for ask in waiting)
    assert {plan.row.state for plan in plans} == {"draft", "adopted"}
    assert {plan.row.advisors for plan in plans} == {"none", "read", "write"}
    assert all(1 <= len(plan.plan.draft.problems) <= 3 for plan in plans)


def test_real_work_is_never_mixed_with(database: Database, snapshot: Snapshot) -> None:
    make_account(database)
    with database.session() as session:
        create_case(session, make_asked(), "a" * 32, NOON)
    before = read_rows(database)
    with pytest.raises(RealWork, match=r"1 accounts, 0 plans, 1 cases.*set KB_STATE to a new folder"):
        fill(database, snapshot, WANTED)
    assert read_rows(database) == before


def test_a_snapshot_whose_pages_would_not_be_marked_is_refused(database: Database, snapshots: Path) -> None:
    with pytest.raises(DemonstrationRefused, match="run `kb index --demo` first"):
        fill(database, open_current(snapshots), WANTED)
