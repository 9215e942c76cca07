"""A service over a small index of its own, with cases, and mail where a test asks for it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from api.access.cookies import SIGN_IN_COOKIE
from api.store.accounts import Role
from api.store.cases.tables import CaseAsk
from api.store.database import Database
from indexer.build import Plan, build_snapshot
from kb.documents import Guidance, Library
from kb.embedding.embedder import Embedder
from kb.registers import Municipality, PoliceArea, Registers
from kb.snapshot.pointer import point_to
from tests.api.conftest import make_app
from tests.builders import make_area, make_expert, make_guidance
from tests.fakes.moments import NOON, SetMoments
from tests.store import database_in, make_account, make_sign_in

TOWNS = (
    ("1490", "Borås", "14", "Västra Götaland"),
    ("1480", "Göteborg", "14", "Västra Götaland"),
    ("0180", "Stockholm", "01", "Stockholm"),
)
HTML = {"accept": "text/html"}
Browse = Callable[..., TestClient]


def publish_small(
    folder: Path,
    embedder: Embedder,
    police_areas: tuple[PoliceArea, ...] = (),
    more_guidance: tuple[Guidance, ...] = (),
) -> Path:
    """A folder of snapshots with two problem areas, two experts and three municipalities."""
    areas = (make_area("nyrekrytering", "Nyrekrytering"), make_area("klotter", "Klotter"))
    experts = (
        make_expert("est-stod", problem_areas=("nyrekrytering",)),
        make_expert("annan", problem_areas=("klotter",)),
    )
    guidance = (*more_guidance, make_guidance("sspf", primary_areas=("nyrekrytering",)))
    registers = Registers(tuple(_make_town(*town) for town in TOWNS), police_areas, ())
    plan = Plan("small", "hash", Library(guidance, areas, experts), registers)
    (folder / "small").mkdir(parents=True)
    build_snapshot(plan, embedder, folder / "small", None, lambda *_: None)
    point_to(folder, "small")
    return folder


def _make_town(code: str, name: str, county_code: str, county_name: str) -> Municipality:
    return Municipality(
        code=code,
        name=name,
        official_name=f"{name}s kommun",
        county_code=county_code,
        county_name=county_name,
        police_region="Väst",
        population=100_000,
        population_year=2025,
    )


@contextmanager
def run_service(snapshots: Path, state: Path, moments: SetMoments, **changed: Any) -> Iterator[TestClient]:
    """A browser at the service, signed in to nothing. changed : settings"""
    app = make_app(snapshots, now=moments, today=lambda: moments().date(), state=state, **changed)
    with TestClient(app, headers=HTML) as client:
        yield client


def make_browser(
    service: TestClient, email: str, role: Role = "coordinator", kind: str = "municipality", code: str = "1490"
) -> TestClient:
    """A new browser at the same service, signed in as a new account."""
    browser = TestClient(service.app, headers=HTML)
    account = make_account(database_in(service), email, role, scope_kind=kind, scope_code=code)
    browser.cookies.set(SIGN_IN_COOKIE, make_sign_in(database_in(service), account))
    return browser


def add_ask(database: Database, case_id: str, expert_slug: str = "est-stod", **changed: Any) -> str:
    """The id of an ask of the expert in the case."""
    fields: dict[str, Any] = {
        "id": f"{len(expert_slug):032d}",
        "address": "est@example.se",
        "token_hash": f"{case_id}{case_id}",
        "state": "waiting",
        "hours": 4,
        "first": NOON.date(),
        "last": NOON.date(),
        "asked": NOON,
        "asked_by": "a" * 32,
        "expires": NOON,
        **changed,
    }
    with database.session() as session:
        session.add(CaseAsk(case_id=case_id, expert_slug=expert_slug, **fields))
    return str(fields["id"])
