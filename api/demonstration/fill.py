"""A database filled with made-up work: the same seed, day and snapshot make the same rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy.orm import Session

from api.demonstration.advice import AdviceMaker
from api.demonstration.answers import count_answers
from api.demonstration.cases import CaseMaker, by_town
from api.demonstration.chance import Chance
from api.demonstration.help import HelpMaker
from api.demonstration.made_case import MadeCase
from api.demonstration.people import People, make_people
from api.demonstration.plan_draft import make_drafter
from api.demonstration.plans import MadePlan, PlanMaker
from api.demonstration.real_work import check_no_real_work, take_away_demonstration
from api.demonstration.story import choose_days
from api.demonstration.towns import choose_towns
from api.store.cases.tables import Advice
from api.store.database import Database
from api.store.encrypted_text import vault_of
from api.store.tables import TABLES
from kb.errors import DemonstrationRefused
from kb.snapshot.snapshot import Snapshot

YEARS = 2
"""Of work before the last day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """until : the last day on which something has been done"""

    seed: int
    until: date
    n_cases: int = 400
    n_plans: int = 300


@dataclass(frozen=True, slots=True)
class Filled:
    """How many rows of each there are."""

    n_accounts: int
    n_plans: int
    n_cases: int
    n_advice: int


def fill(database: Database, snapshot: Snapshot, wanted: Wanted) -> Filled:
    """What the database has now; what an earlier demonstration left is taken away first, kept whole or not at all.

    Raises
    ------
    RealWork : it holds something that is none of the demonstration
    DemonstrationRefused : the snapshot has no made-up experts, and so would mark no page
    """
    if not any(expert.demo for expert in snapshot.experts.values()):
        raise DemonstrationRefused(
            f"snapshot {snapshot.manifest.id} has no experts of the demonstration, and its pages would not be marked;"
            " run `kb index --demo` first"
        )
    with database.session() as session:
        check_no_real_work(session)
        take_away_demonstration(session)
        return _fill(session, snapshot, wanted)


def _fill(session: Session, snapshot: Snapshot, wanted: Wanted) -> Filled:
    people = _add_people(session, snapshot, wanted)
    plans = list(_add_plans(session, snapshot, people, wanted))
    made = list(_make_cases(session, snapshot, people, plans, wanted))
    _add_rows(session, made)
    count_answers(session, snapshot, made, Chance(wanted.seed, "answers"))
    n_advice = sum(isinstance(row, Advice) for one in made for row in one.rows)
    return Filled(len(people.accounts), len(plans), len(made), n_advice)


def _add_rows(session: Session, made: Sequence[MadeCase]) -> None:
    """Add what was made, a table at a time: rows of a later one refer to those of an earlier."""
    rows = [row for one in made for row in (one.case, *one.rows)]
    for table in TABLES:
        session.add_all(row for row in rows if isinstance(row, table))
        session.flush()


def _add_people(session: Session, snapshot: Snapshot, wanted: Wanted) -> People:
    began = datetime.combine(wanted.until - timedelta(days=365 * YEARS), time(7), UTC)
    people = make_people(snapshot, vault_of(session), Chance(wanted.seed, "people"), began)
    session.add_all(people.accounts)
    session.flush()
    return people


def _add_plans(session: Session, snapshot: Snapshot, people: People, wanted: Wanted) -> Iterator[MadePlan]:
    maker = PlanMaker(snapshot, make_drafter(snapshot), people, wanted.until)
    chance = Chance(wanted.seed, "plans")
    towns = choose_towns(snapshot.registers, wanted.n_plans, chance)
    days = choose_days(wanted.n_plans, wanted.until, YEARS, chance)
    for number, (town, day) in enumerate(zip(towns, chance.sample(days, len(days)), strict=True)):
        yield maker.add_plan(session, town, day, Chance(wanted.seed, "plan", number))


def _make_cases(
    session: Session, snapshot: Snapshot, people: People, plans: list[MadePlan], wanted: Wanted
) -> Iterator[MadeCase]:
    """In the order in which they are sent: who asks first books first."""
    advice = AdviceMaker(snapshot, people, wanted.until)
    help_maker = HelpMaker(snapshot, people, wanted.until, advice)
    maker = CaseMaker(snapshot, people, wanted.until, help_maker, by_town(plans))
    chance = Chance(wanted.seed, "cases")
    towns = choose_towns(snapshot.registers, wanted.n_cases, chance)
    days = choose_days(wanted.n_cases, wanted.until, YEARS, chance)
    for number, (town, day) in enumerate(zip(chance.sample(towns, len(towns)), days, strict=True)):
        yield maker.make(session, town, day, Chance(wanted.seed, "case", number))
