"""An account of practice on its way, for tests."""

from dataclasses import replace

from api.store.database import Database
from api.store.exchange.practice import OfMeasure, begin_practice, review_practice, submit_practice
from api.store.exchange.tables import Practice
from api.store.exchange.texts import PracticeTexts
from tests.api.store.plans.saved import ANNA, TOWN
from tests.fakes.moments import NOON
from tests.kb.plans.working.small_work import MEASURE

EDITOR = "e" * 32
TEXTS = PracticeTexts(
    title="Nattvandring i centrum",
    done="Föreningarna gick på torget tre kvällar i veckan.",
    took="En samordnare på 20 procent.",
    figures="Andel trygga: 41 (2026-01-15), 52 (2026-10-15).",
    otherwise="Vi hade frågat ungdomarna tidigare.",
)


def begin(
    database: Database,
    plan_id: str,
    town: str = TOWN,
    method: str = "nattvandring",
    area: str = "narkotika",
    **texts: str,
) -> str:
    """The id of a draft of the plan."""
    of = OfMeasure(plan_id=plan_id, municipality_code=town, measure=MEASURE, method=method, area=area)
    with database.session() as session:
        return begin_practice(session, of, replace(TEXTS, **texts), ANNA, NOON).id


def submit(database: Database, practice_id: str) -> None:
    with database.session() as session:
        submit_practice(session, session.get_one(Practice, practice_id), ANNA, NOON)


def publish(database: Database, plan_id: str, town: str = TOWN, **more: str) -> str:
    """The id of an account of the plan that an editor has taken."""
    practice_id = begin(database, plan_id, town, **more)
    submit(database, practice_id)
    with database.session() as session:
        review_practice(session, practice_id, "published", "", 1, EDITOR, NOON)
    return practice_id
