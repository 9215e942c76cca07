"""A municipality with a coordinator who is signed in, and plans of invented words."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from api.access.scope import Scope
from api.accounts.invite import invite
from api.accounts.sign_ins import begin_sign_in
from api.store.database import Database
from kb.plans.plan import FORMAT_VERSION, Plan, PlannedMeasure, PlannedProblem
from kb.plans.working.working_plan import WorkingPlan, begin_plan

TOWN = "1490"
WORDS = ("det", "säljs", "narkotika", "vid", "torget", "varje", "kväll", "och", "ingen", "vuxen", "kommer", "förbi")
DAY = date(2026, 11, 22)


@dataclass(frozen=True, slots=True)
class Coordinator:
    """cookie, csrf : of a browser that is signed in"""

    id: str
    cookie: str
    csrf: str

    @property
    def headers(self) -> dict[str, str]:
        return {"Cookie": f"konto={self.cookie}", "X-CSRF-Token": self.csrf, "Accept": "application/json"}


def sign_in(database: Database, name: str) -> Coordinator:
    """A new coordinator of the municipality."""
    now = datetime.now(UTC)
    account = invite(database, f"{name}@example.se", "coordinator", Scope("municipality", TOWN), now)
    with database.session() as session:
        cookie = begin_sign_in(session, account.id, now)
    return Coordinator(account.id, cookie, database.vault.print_of("csrf", cookie))


def invent_plan(n_problems: int = 1, n_measures: int = 3, n_words: int = 120) -> WorkingPlan:
    """A plan that nobody has written in. n_words : of the description that each problem has"""
    problems = tuple(_invent_problem(n, n_measures, n_words) for n in range(n_problems))
    draft = Plan(
        format_version=FORMAT_VERSION,
        municipality="Borås",
        drafted=DAY,
        follow_up=DAY + timedelta(days=365),
        snapshot_id="invented",
        missing_parts=("analys",),
        problems=problems,
    )
    return begin_plan(draft)


def _invent_problem(number: int, n_measures: int, n_words: int) -> PlannedProblem:
    measures = tuple(_invent_measure(n) for n in range(n_measures))
    return PlannedProblem(
        title=f"Torget {number}",
        area="oppna-drogscener",
        passages=(_write(n_words),),
        causes=(_write(12),),
        cause_questions=(),
        measures=measures,
        advised_against=(),
        gaps=(),
        experts=(),
        offered=tuple(measure.slug for measure in measures),
    )


def _invent_measure(number: int) -> PlannedMeasure:
    return PlannedMeasure(
        slug=f"metod-{number}",
        title=f"Metod {number}",
        summary=_write(40),
        rating="svag",
        recommendation="prövas",
        evidence_summary=_write(60),
        requires=(_write(8), _write(8)),
        run_by=("kommun", "polis"),
        cost=_write(20),
        indicators=(_write(5), _write(5)),
        sources=(),
        reviewed=DAY,
        outcome="brott",
    )


def _write(n_words: int) -> str:
    return " ".join(WORDS[n % len(WORDS)] for n in range(n_words))
