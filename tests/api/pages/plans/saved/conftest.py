"""A service with a plan that is saved, and browsers at it: a coordinator's, a colleague's, a stranger's."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.access.cookies import SIGN_IN_COOKIE
from api.store.accounts import Role
from api.store.database import Database
from api.store.plans.save import create_plan
from kb.plans.working.working_plan import begin_plan
from tests.api.conftest import make_app
from tests.api.store.plans.saved import TOWN
from tests.fakes.moments import NOON, SetMoments
from tests.kb.plans.small_plan import PLAN
from tests.store import make_account, make_sign_in

SignIn = Callable[..., TestClient]


@pytest.fixture
def moments() -> SetMoments:
    return SetMoments()


@pytest.fixture
def service(tmp_path: Path, moments: SetMoments) -> Iterator[TestClient]:
    """A browser at the service, signed in to nothing. A saved plan needs no index, so it has none."""
    app = make_app(tmp_path / "snapshots", now=moments, state=tmp_path / "state")
    with TestClient(app, headers={"accept": "text/html"}) as client:
        yield client


@pytest.fixture
def stored(service: TestClient) -> Database:
    """What the service has stored."""
    database: Database = service.app.state.database  # type: ignore[attr-defined]  # the client knows any ASGI app
    return database


@pytest.fixture
def browse(service: TestClient, stored: Database) -> SignIn:
    """A new browser at the same service, signed in as a new account of the role; of no account without one."""

    def browse(email: str = "", role: Role = "coordinator", kind: str = "municipality", code: str = TOWN) -> TestClient:
        browser = TestClient(service.app, headers={"accept": "text/html"})
        if email:
            account = make_account(stored, email, role, scope_kind=kind, scope_code=code)
            browser.cookies.set(SIGN_IN_COOKIE, make_sign_in(stored, account))
        return browser

    return browse


@pytest.fixture
def anna(browse: SignIn) -> TestClient:
    """The coordinator's browser."""
    return browse("anna@alvdala.example.se")


@pytest.fixture
def plan_id(stored: Database) -> str:
    """The small plan, saved for the coordinator's municipality."""
    with stored.session() as session:
        return create_plan(session, begin_plan(PLAN), TOWN, "a" * 32, NOON)


@pytest.fixture
def here(plan_id: str) -> str:
    """The address of the plan."""
    return f"/planer/{plan_id}"
