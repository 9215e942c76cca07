"""The same request sent twice makes one plan."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from sqlalchemy import func, select

from api.store.database import Database
from api.store.once import KEPT, make_once
from api.store.plans.save import add_plan
from api.store.plans.tables import SavedPlan
from kb.plans.working.working_plan import begin_plan
from tests.api.store.plans.saved import ANNA, BO, TOWN
from tests.fakes.moments import NOON
from tests.kb.plans.small_plan import PLAN


def _make(database: Database, key: str, by: str = ANNA, later: timedelta = timedelta(0)) -> str:
    with database.session() as session:
        return make_once(
            session, by, key, NOON + later, lambda made: add_plan(session, made, begin_plan(PLAN), TOWN, by, NOON)
        )


def _count(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(SavedPlan)) or 0


def test_the_same_key_makes_one_plan(database: Database) -> None:
    assert _make(database, "k") == _make(database, "k")
    assert _count(database) == 1


def test_another_key_or_another_asker_makes_another_plan(database: Database) -> None:
    assert len({_make(database, "k"), _make(database, "l"), _make(database, "k", BO)}) == 3


def test_without_a_key_each_request_makes_a_plan(database: Database) -> None:
    assert _make(database, "") != _make(database, "")


def test_a_key_is_forgotten_after_some_days(database: Database) -> None:
    assert _make(database, "k") != _make(database, "k", later=KEPT + timedelta(seconds=1))


def test_the_same_key_sent_at_once_makes_one_plan(database: Database) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = set(pool.map(lambda _: _make(database, "k"), range(8)))
    assert len(made) == _count(database) == 1
