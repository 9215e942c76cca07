"""An expert whose organisation has told of its time, cases that want some of it, and advisors who are signed in."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from api.access.scope import Scope
from api.accounts.invite import invite
from api.accounts.sign_ins import begin_sign_in
from api.store.base import new_id
from api.store.cases.asks import Question, add_ask
from api.store.cases.create_case import Asked, AskedProblem, create_case
from api.store.database import Database
from api.store.experts.tables import ExpertCalendar
from api.store.session import Session
from benchmarks.saved.town import TOWN
from kb.documents import Period

HOURS_PER_MONTH = 30
PARALLEL_CASES = 3
N_CASES = 4
"""One more than the expert takes at a time."""


@dataclass(frozen=True, slots=True)
class Desk:
    """days : on which hours are booked, two whole months of next year"""

    expert_slug: str
    case_ids: tuple[str, ...]
    days: Period


def sign_in_advisor(database: Database) -> dict[str, str]:
    """The headers of a browser of a new advisor of the whole country."""
    now = datetime.now(UTC)
    account = invite(database, "advisor@example.se", "advisor", Scope("all"), now)
    with database.session() as session:
        cookie = begin_sign_in(session, account.id, now)
    csrf = database.vault.print_of("csrf", cookie)
    return {"Cookie": f"konto={cookie}", "X-CSRF-Token": csrf, "Accept": "application/json"}


def open_desk(database: Database, number: int) -> Desk:
    """An expert of its own, who was asked in each of the cases."""
    now = datetime.now(UTC)
    year = now.year + 1
    days, slug = Period(date(year, 1, 1), date(year, 2, 28)), f"expert-{number}"
    with database.session() as session:
        _tell_calendar(session, slug, now)
        case_ids = tuple(_make_case(session, slug, days, now) for _ in range(N_CASES))
    return Desk(slug, case_ids, days)


def _tell_calendar(session: Session, slug: str, now: datetime) -> None:
    session.add(
        ExpertCalendar(
            expert_slug=slug,
            hours_per_month=HOURS_PER_MONTH,
            parallel_cases=PARALLEL_CASES,
            confirmed=now.date(),
            confirmed_by=new_id(),
            feed_address=None,
            feed_read=None,
            feed_fault=None,
            reminded=None,
            changed_times=0,
        )
    )


def _make_case(session: Session, slug: str, days: Period, now: datetime) -> str:
    asked = Asked(
        municipality_code=TOWN,
        title="Torget",
        wish="Stöd med torget.",
        problems=(AskedProblem("oppna-drogscener", "Det säljs narkotika vid torget."),),
        period=days,
    )
    case_id = create_case(session, asked, new_id(), now - timedelta(days=1))
    question = Question(expert_slug=slug, address="expert@example.se", period=days, hours=8)
    add_ask(session, new_id(), case_id, question, new_id(), now)
    return case_id
