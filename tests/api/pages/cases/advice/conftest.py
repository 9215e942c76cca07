"""A service with a case that is advised, and browsers at it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.access.cookies import SIGN_IN_COOKIE
from api.store.accounts import Role
from api.store.database import Database
from tests.api.advised_case import AdvisedCase, save_advised_case
from tests.api.conftest import make_app
from tests.fakes.moments import SetMoments
from tests.store import database_in, make_account, make_sign_in

SignIn = Callable[..., TestClient]


@pytest.fixture
def moments() -> SetMoments:
    return SetMoments()


@pytest.fixture
def service(tmp_path: Path, moments: SetMoments) -> Iterator[TestClient]:
    """A browser at the service, signed in to nothing. Cases need no index, so it has none."""
    app = make_app(tmp_path / "snapshots", now=moments, state=tmp_path / "state")
    with TestClient(app, headers={"accept": "text/html"}) as client:
        yield client


@pytest.fixture
def stored(service: TestClient) -> Database:
    return database_in(service)


@pytest.fixture
def case(stored: Database) -> AdvisedCase:
    return save_advised_case(stored)


@pytest.fixture
def here(case: AdvisedCase) -> str:
    """The address of the page of the case's advice."""
    return f"/arenden/{case.id}/rad"


@pytest.fixture
def browse(service: TestClient, stored: Database) -> SignIn:
    """A new browser at the same service, signed in as a new account of the role."""

    def browse(email: str, role: Role, kind: str, code: str) -> TestClient:
        browser = TestClient(service.app, headers={"accept": "text/html"})
        account = make_account(stored, email, role, scope_kind=kind, scope_code=code)
        browser.cookies.set(SIGN_IN_COOKIE, make_sign_in(stored, account))
        return browser

    return browse


@pytest.fixture
def advisor(browse: SignIn) -> TestClient:
    """The browser of an advisor of the county."""
    return browse("r@lst.example.se", "advisor", "county", "14")


@pytest.fixture
def asker(browse: SignIn) -> TestClient:
    """The browser of a coordinator of the municipality."""
    return browse("anna@alvdala.example.se", "coordinator", "municipality", "1490")


@pytest.fixture
def expert(browse: SignIn) -> TestClient:
    """The browser of the expert that is asked."""
    return browse("est@example.se", "expert", "expert", "est-stod")
